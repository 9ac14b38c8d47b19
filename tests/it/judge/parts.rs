//! The parts of judging rest only on those before them, so that each value is made once and nothing is judged in a circle.

use std::fs;
use std::path::{Path, PathBuf};

/// In this order; a part may use itself and those before it.
const PARTS: [&str; 10] =
    ["types", "verdict", "again", "evidence", "truth", "fallen", "call_tree", "items", "marks", "picture"];

/// Where a part still uses one that stands behind it. There may be fewer, and no more.
const BACKWARDS: [(&str, &str); 3] = [("truth", "items"), ("truth", "call_tree"), ("call_tree", "items")];

fn files(of: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![of.to_owned(), of.with_extension("rs")]);
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.exists() {
            found.push(path);
        }
    }
    found
}

#[test]
fn each_part_rests_only_on_those_before_it() {
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/judge");
    let mut seen = Vec::new();
    for (place, part) in PARTS.iter().enumerate() {
        let found = files(&judge.join(part));
        assert!(!found.is_empty(), "{part}");
        for path in found {
            let text = fs::read_to_string(&path).unwrap();
            for behind in PARTS[place + 1..].iter().filter(|behind| text.contains(&format!("crate::judge::{behind}::")))
            {
                assert!(BACKWARDS.contains(&(part, behind)), "{}: {part} uses {behind}", path.display());
                seen.push((*part, *behind));
            }
        }
    }
    let idle: Vec<_> = BACKWARDS.iter().filter(|pair| !seen.contains(pair)).collect();
    assert!(idle.is_empty(), "it is not so any more: {idle:?}");
}
