//! `-` is standard input or output in every command, and no command makes a file or a folder of that name.
//! Seen to fail: before one module had this rule, `convert -o -` and `export -o -` made files named `-`.

use crate::support;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the command line in a folder, with these bytes as its standard input.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_duoyuan"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads no input may be gone already; what it says tells more than this write.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn convert_reads_standard_input_and_writes_standard_output() {
    let folder = support::folder("stream-convert");
    let (gbk, ..) = encoding_rs::GBK.encode("年份,数值\n2001,8000\n");
    let excel = std::fs::read(support::root().join("tests/fixtures/books.xlsx")).unwrap();
    for (input, first_line) in [(&gbk[..], "年份,数值"), (&excel[..], "年份,数值,口径,来源")] {
        for arguments in [&["convert", "-", "-o", "-"][..], &["convert", "-"]] {
            let out = run(&folder, arguments, input);
            assert!(out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
            let text = String::from_utf8(out.stdout).unwrap();
            assert_eq!(text.lines().next(), Some(first_line), "{arguments:?}");
            assert!(out.stderr.is_empty(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stderr));
            assert!(is_empty(&folder), "{arguments:?} made a file");
        }
    }
    std::fs::write(folder.join("a.csv"), &gbk).unwrap();
    let out = run(&folder, &["convert", "a.csv", "-o", "-"], b"");
    assert_eq!(String::from_utf8(out.stdout).unwrap(), "年份,数值\n2001,8000\n");
    assert_eq!(std::fs::read(folder.join("a.csv")).unwrap(), *gbk, "the file itself stays as it was");
    assert!(!folder.join("-").exists());
}

#[test]
fn commands_that_write_a_folder_refuse_standard_output() {
    let folder = support::folder("stream-folders");
    let story = support::root().join("data/karamay");
    let story = story.to_str().unwrap();
    let commands: [&[&str]; 3] = [
        &["export", story, "--for", "rss", "-o", "-"],
        &["export", story, "--for", "rss", "-o-/"],
        &["new", "-"],
    ];
    for arguments in commands {
        let out = run(&folder, arguments, b"");
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("name a folder") && said.contains("请写文件夹名"), "{arguments:?}: {said}");
        assert!(is_empty(&folder), "{arguments:?} made a file");
    }
}

#[test]
fn a_story_comes_by_standard_input_with_its_other_files_beside() {
    let folder = support::folder("stream-story");
    assert!(run(&folder, &["new", "."], b"").status.success());
    let story = std::fs::read(folder.join("story.json")).unwrap();
    std::fs::remove_file(folder.join("story.json")).unwrap();
    let check = run(&folder, &["check", "-"], &story);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    let cut = run(&folder, &["check", "-", "--quiet"], &story[..story.len() / 2]);
    assert_eq!(cut.status.code(), Some(1));
    assert!(String::from_utf8(cut.stdout).unwrap().starts_with("-:"));
    let drawn = run(&folder, &["render", "-", "--format", "csv", "-o", "-"], &story);
    assert!(drawn.status.success() && !drawn.stdout.is_empty());
    assert!(!folder.join("-").exists());
}
