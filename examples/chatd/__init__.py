"""A chat daemon: the program that the queries in ``queries/chats.sql`` were written for.

Several workers share one database. Each takes pending chats, asks a language model for the next
message, and hands the chat back; the queries see to it that no two workers get the same chat, and
that a chat whose worker died is taken up by another one.

    settings          how often, how many, how long
    rules             what a row means, without a database
    language_model    what a worker asks of a model; one that needs no network
    conversations     start, send, write, hand back: one transaction each
    ancestry          up the chain of parents
    waiting           LISTEN for another chat, and poll in case
    subagents         chats that work for a chat
    worker            acquire, keep alive, work, recover
    aio/              the last five again, for asyncio
    __main__          a demonstration: ``python -m examples.chatd``
"""
