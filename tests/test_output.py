"""Generated files are written all or nothing, and only over codegen's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.diagnostics import CodegenError
from codegen.output import Changes, compare, foreign_files, write
from codegen.render.marks import MARK

FILES = {"__init__.py": f"{MARK}\n", "chats.py": f"{MARK}\na = 1\n", "aio/chats.py": f"{MARK}\n"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "some" / "folder"


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_everything_is_written_and_nothing_else_is_left(out: Path) -> None:
    assert write(out, FILES) == Changes(tuple(FILES), ())
    assert tree(out.parent.parent) == {f"some/folder/{path}": text for path, text in FILES.items()}


def test_writing_again_touches_no_file(out: Path) -> None:
    write(out, FILES)
    before = {path: (out / path).stat().st_mtime_ns for path in FILES}
    assert write(out, FILES) == Changes((), ())
    assert before == {path: (out / path).stat().st_mtime_ns for path in FILES}


def test_a_generated_file_without_a_source_is_removed(out: Path) -> None:
    write(out, {**FILES, "old.py": f"{MARK}\n", "aio/old.py": f"{MARK}\n"})
    assert write(out, FILES) == Changes((), ("old.py", "aio/old.py"))
    assert tree(out) == FILES


def test_a_folder_that_packages_had_once_is_cleared(out: Path) -> None:
    write(out, FILES)
    assert write(out, {"__init__.py": FILES["__init__.py"]}).removed == ("chats.py", "aio/chats.py")


def test_what_codegen_did_not_generate_stays(out: Path) -> None:
    write(out, FILES)
    (out / "mine.py").write_text("mine\n")
    (out / "sub").mkdir()
    (out / "sub" / "other_package.py").write_text(f"{MARK}\n")
    write(out, FILES)
    assert (out / "mine.py").read_text() == "mine\n"
    assert (out / "sub" / "other_package.py").exists()


def test_a_foreign_file_is_not_overwritten(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "chats.py").write_text("mine\n")
    with pytest.raises(CodegenError) as caught:
        write(out, FILES)
    assert caught.value.diagnostic.code == "file-foreign"
    assert "chats.py" in caught.value.diagnostic.message
    assert tree(out) == {"chats.py": "mine\n"}


def test_every_foreign_file_is_told(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "chats.py").write_text("mine\n")
    (out / "__init__.py").write_text("")
    assert [one.code for one in foreign_files(out, FILES)] == ["file-foreign"] * 2


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    for folder in (tmp_path / "out", tmp_path / "out" / "package"):
        with pytest.raises(CodegenError) as caught:
            write(folder, FILES)
        assert caught.value.diagnostic.code == "file-foreign"
    assert (tmp_path / "out").read_text() == "x"


def test_an_error_half_way_puts_everything_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = {**FILES, "old.py": f"{MARK}\n"}
    write(out, old)
    monkeypatch.setattr("codegen.output.writing.swap", lambda *_: False)
    replace = Path.replace
    calls = 0

    def failing(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise PermissionError(13, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(CodegenError) as caught:
        write(out, {path: f"{text}# new\n" for path, text in FILES.items()})
    assert caught.value.diagnostic.code == "file-unwritable"
    assert tree(out) == old


def test_compare_tells_each_kind_of_difference(out: Path) -> None:
    write(out, {**FILES, "old.py": f"{MARK}\n"})
    assert [one.kind for one in compare(out, {**FILES, "old.py": f"{MARK}\n"})] == []
    (out / "__init__.py").unlink()
    (out / "chats.py").write_text(f"{MARK}\na = 2\n")
    (out / "aio" / "chats.py").write_text("mine\n")
    differences = compare(out, FILES)
    assert [(one.path, one.kind) for one in differences] == [
        ("__init__.py", "missing"),
        ("aio/chats.py", "foreign"),
        ("chats.py", "changed"),
        ("old.py", "left-over"),
    ]
    assert "-a = 2\n+a = 1\n" in differences[2].diff


def test_line_ends_of_a_windows_checkout_are_no_difference(out: Path) -> None:
    write(out, FILES)
    for path in FILES:
        (out / path).write_bytes((out / path).read_bytes().replace(b"\n", b"\r\n"))
    assert compare(out, FILES) == []
