//! The schema file in data/ is the one the program makes, and it knows the fields that the story uses.
//! Seen to fail: with one description of a chart changed and the file left as it was.

use crate::support;
use duoyuan::input::schema::document;

#[test]
fn the_schema_file_is_up_to_date() {
    let path = support::root().join("data/schema/story.schema.json");
    let made = format!("{:#}\n", document());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).expect("data/schema/story.schema.json");
    assert!(
        kept == made,
        "run `make golden`: data/schema/story.schema.json is not what `duoyuan schema` prints"
    );
}

/// Every member of the Karamay story is a property of the schema, and every required property is there.
#[test]
fn the_karamay_story_fits_the_schema() {
    let text = String::from_utf8(support::karamay_files()["story.json"].clone()).unwrap();
    let story: serde_json::Value = serde_json::from_str(&text).unwrap();
    let schema = document();
    let mut compared = 0;
    fits(&story, schema, schema, "", &mut compared);
    assert!(compared > 2000, "{compared}");
}

fn fits(
    value: &serde_json::Value,
    schema: &serde_json::Value,
    root: &serde_json::Value,
    path: &str,
    compared: &mut usize,
) {
    use serde_json::Value::{Array, Object};
    *compared += 1;
    if let Some(name) = schema["$ref"].as_str() {
        let definition = &root["$defs"][name.trim_start_matches("#/$defs/")];
        return fits(value, definition, root, path, compared);
    }
    if let (Array(options), true) = (&schema["oneOf"], schema["properties"].is_null()) {
        let kind = &value["type"];
        let option = options.iter().find(|o| &o["properties"]["type"]["const"] == kind);
        return fits(
            value,
            option.unwrap_or_else(|| panic!("{path}: no chart {kind}")),
            root,
            path,
            compared,
        );
    }
    if let Array(options) = &schema["enum"] {
        assert!(options.contains(value), "{path}: {value} is not among {options:?}");
    }
    match value {
        Object(members) => {
            for (name, member) in members {
                let known = &schema["properties"][name];
                let known = if known.is_null() { &schema["additionalProperties"] } else { known };
                assert!(known.is_object(), "{path}.{name} is not in the schema");
                fits(member, known, root, &format!("{path}.{name}"), compared);
            }
            for name in schema["required"].as_array().into_iter().flatten() {
                assert!(members.contains_key(name.as_str().unwrap()), "{path} lacks {name}");
            }
        }
        Array(items) => items.iter().for_each(|i| fits(i, &schema["items"], root, path, compared)),
        _ => {}
    }
}
