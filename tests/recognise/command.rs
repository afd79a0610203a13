//! `duoyuan recognise`: its list, its JSON and the languages that it refuses.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn recognise(text: &str, arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_duoyuan"))
        .args(["recognise", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // a command that refuses its arguments ends without reading: then nobody takes the text
    let _ = child.stdin.take().unwrap().write_all(text.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn the_command_lists_amounts_and_the_digits_that_it_did_not_take() {
    let told = recognise("2023年，5G基站超过12.6万个。\n", &["--lang", "zh"]);
    let out = String::from_utf8(told.stdout).unwrap();
    assert_eq!(told.status.code(), Some(0), "{out}");
    for part in
        ["超过12.6万个  →  126000 个；多于此数，不含本数；个数；2023", "没有取的数字：5G", "1 个数，1 处"]
    {
        assert!(out.contains(part), "no {part:?} in {out}");
    }
    let told = recognise("Output fell by nearly 5% in 2023.", &["--lang", "en"]);
    let out = String::from_utf8(told.stdout).unwrap();
    assert!(out.contains("nearly 5%  →  5 %; "), "{out}");
    assert!(out.contains("fall; 2023"), "{out}");
}

#[test]
fn the_command_writes_spans_and_figures() {
    let text = "2023年，产量超过12.6万吨。\n\n同比增长5.0%。";
    let told = recognise(text, &["--lang", "zh", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let first = &document["candidates"][0];
    let place =
        |value: &serde_json::Value| value[0].as_u64().unwrap() as usize..value[1].as_u64().unwrap() as usize;
    assert_eq!(&text[place(&first["span"])], "超过12.6万吨");
    assert_eq!(&text[place(&first["sentence"])], "2023年，产量超过12.6万吨。");
    assert_eq!(first["value"], "126000");
    assert_eq!(first["figure"]["bound"], "more_than");
    assert_eq!(first["figure"]["printed"], "超过");
    assert_eq!(document["candidates"][1]["paragraph"], 2);
    assert!(String::from_utf8(told.stdout).unwrap().contains("\"value\": 5.0"), "digits stay as printed");
    assert_eq!(document["dates"][0]["text"], "2023年");
}

#[test]
fn a_language_without_rules_is_refused() {
    let told = recognise("1", &["--lang", "ru"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8(told.stderr).unwrap().contains("not yet in ru"));
}
