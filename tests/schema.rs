//! The committed JSON Schema is that of the types.

#![cfg(feature = "schema")]

use accelspec::SpecFile;

#[test]
fn the_committed_schema_is_current() {
    assert!(
        include_str!("../specs/schema.json") == SpecFile::json_schema(),
        "run: cargo run --features schema --example schema > specs/schema.json"
    );
}

#[test]
fn it_knows_the_words_and_refuses_unknown_keys() {
    let schema: serde_json::Value = serde_json::from_str(&SpecFile::json_schema()).expect("JSON");
    let peak = &schema["$defs"]["RawPeak"];
    assert_eq!(peak["additionalProperties"], false);
    assert_eq!(peak["properties"]["engine"]["enum"], serde_json::json!(["matrix", "vector", "unstated"]));
    assert_eq!(schema["properties"]["accelerator"]["items"]["properties"]["members"], serde_json::Value::Null);
    assert_ne!(schema["properties"]["system"]["items"]["properties"]["members"], serde_json::Value::Null);
}
