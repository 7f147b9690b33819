//! Prints the JSON Schema of spec files, for editors that complete and check them.
//!
//! ```text
//! cargo run --features schema --example schema > specs/schema.json
//! ```

fn main() {
    print!("{}", accelspec::SpecFile::json_schema());
}
