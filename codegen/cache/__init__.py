"""What earlier runs found, kept in `.codegen-cache`: only ever a short cut, and never trusted.

Whatever is wrong with a file of the cache, it is as if there were none: damaged, of another
version, written by another user or at the same moment, or put there by somebody else. Nothing here
imports more than the standard library, since a run that changes nothing is over before anything
else would be imported.
"""
