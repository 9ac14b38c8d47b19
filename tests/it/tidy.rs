//! The house rules that a compiler does not check: layers, the size of rooms, a word on each door, and where the world is let in.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up: a file may import only from its own room and from rooms before it.
const LAYERS: [&str; 18] = [
    "base", "source", "playbook", "contacts", "journal", "case", "judge", "drill", "record", "page", "contract",
    "report", "export", "store", "session", "tui", "plain", "cli",
];

/// Everything up to here is pure: no clock, no file, no environment, no terminal.
const LAST_PURE: &str = "export";

const HARD_STOP: usize = 400;

struct Room {
    path: PathBuf,
    layer: String,
    text: String,
}

fn house() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the house, but for what a build left there.
fn files_of(folder: &str) -> Vec<PathBuf> {
    let (mut found, mut folders) = (Vec::new(), vec![house().join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true if path.file_name().is_some_and(|name| name != "target") => folders.push(path),
                true => {}
                false => found.push(path),
            }
        }
    }
    found
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "rs")
}

fn rooms() -> Vec<Room> {
    let root = house().join("src");
    let room = |path: PathBuf| {
        let inside = path.strip_prefix(&root).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let layer = first.trim_end_matches(".rs").to_owned();
        let text = fs::read_to_string(&path).unwrap();
        Room { path, layer, text }
    };
    let found: Vec<_> = files_of("src").into_iter().filter(|path| is_rust(path)).map(room).collect();
    assert!(found.len() > 50, "the walk finds the house");
    found
}

fn complain(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The part of a file that is built into the program.
fn built(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test_file(room: &Room) -> bool {
    let name = room.path.file_name().unwrap().to_string_lossy().into_owned();
    name.contains("test") || room.path.components().any(|part| part.as_os_str() == "tests")
}

#[test]
fn every_room_says_what_it_is_for() {
    let silent = rooms().into_iter().filter(|room| !room.text.starts_with("//! "));
    complain(&silent.map(|room| format!("{}: no //! line", room.path.display())).collect::<Vec<_>>());
}

#[test]
fn no_room_is_larger_than_the_hard_stop() {
    let mut faults = Vec::new();
    for path in
        rooms().into_iter().map(|room| room.path).chain(files_of("tests").into_iter().filter(|path| is_rust(path)))
    {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        if lines > HARD_STOP {
            faults.push(format!("{}: {lines} lines", path.display()));
        }
    }
    complain(&faults);
}

#[test]
fn layers_import_only_downward() {
    let mut faults = Vec::new();
    for room in rooms() {
        if matches!(room.layer.as_str(), "lib" | "main") {
            continue;
        }
        let Some(own) = LAYERS.iter().position(|layer| *layer == room.layer) else {
            faults.push(format!("{}: not one of the layers", room.path.display()));
            continue;
        };
        for above in &LAYERS[own + 1..] {
            if built(&room.text).contains(&format!("crate::{above}::")) && !is_test_file(&room) {
                faults.push(format!("{}: {} imports from {above}", room.path.display(), room.layer));
            }
        }
    }
    complain(&faults);
}

#[test]
fn the_world_comes_in_only_where_it_is_let_in() {
    let pure = LAYERS.iter().position(|layer| *layer == LAST_PURE).unwrap();
    let outside = ["std::fs", "std::env", "std::net", "SystemTime", "Local::now", "Utc::now", "Instant::now"];
    let mut faults = Vec::new();
    for room in rooms().into_iter().filter(|room| !is_test_file(room)) {
        let layer = LAYERS.iter().position(|layer| *layer == room.layer);
        for word in outside {
            let pure_room = layer.is_some_and(|layer| layer <= pure);
            if pure_room && built(&room.text).contains(word) {
                faults.push(format!("{}: {word} in a pure room", room.path.display()));
            }
        }
        if built(&room.text).contains("std::net") || built(&room.text).contains("process::Command") {
            faults.push(format!("{}: the program neither connects nor starts anything", room.path.display()));
        }
    }
    complain(&faults);
}

/// A script is what players have not seen yet: only these rooms may name it, so that nothing of it can reach another screen or file.
#[test]
fn scripts_are_read_only_in_the_rooms_of_the_facilitator() {
    let rooms_of_the_facilitator =
        ["drill/", "report/drill/", "cli/drill/", "cli/drill.rs", "session/drill/", "page/console/", "tui/console/"];
    let root = house().join("src");
    let mut faults = Vec::new();
    for room in rooms().into_iter().filter(|room| !is_test_file(room)) {
        let inside = room.path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        let named = built(&room.text).contains("drill::script");
        if named && !rooms_of_the_facilitator.iter().any(|own| inside.starts_with(own)) {
            faults.push(format!("{inside}: names a script"));
        }
    }
    complain(&faults);
}

/// A run is on one side of an exercise for its whole life, so only where a run begins is that open.
#[test]
fn the_side_of_a_run_is_open_in_one_place() {
    let elsewhere = rooms().into_iter().filter(|room| !room.path.ends_with("cli/place.rs") && !is_test_file(room));
    let elsewhere = elsewhere.filter(|room| built(&room.text).contains("Side::open(") && room.layer != "base");
    complain(
        &elsewhere.map(|room| format!("{}: another side of the same run", room.path.display())).collect::<Vec<_>>(),
    );
}

/// What programs read is made from types, and nobody reads it back: JSON has one room.
#[test]
fn json_is_written_in_one_room() {
    let elsewhere = rooms().into_iter().filter(|room| room.layer != "contract" && !is_test_file(room));
    let elsewhere = elsewhere.filter(|room| built(&room.text).contains("serde_json"));
    complain(&elsewhere.map(|room| format!("{}: JSON outside contract", room.path.display())).collect::<Vec<_>>());
}

#[test]
fn the_tests_are_two_programs_and_each_file_is_reached_by_its_module() {
    let programs = fs::read_dir(house().join("tests")).unwrap().map(|entry| entry.unwrap().path());
    let mut programs: Vec<_> = programs.filter(|path| is_rust(path) || path.join("main.rs").exists()).collect();
    programs.sort();
    assert_eq!(programs, [house().join("tests/it"), house().join("tests/terminal")]);
    let with_paths = files_of("tests").into_iter().filter(|path| is_rust(path));
    let sign = concat!("#", "[path");
    let with_paths = with_paths.filter(|path| fs::read_to_string(path).unwrap().contains(sign));
    complain(&with_paths.map(|path| format!("{}: a module elsewhere", path.display())).collect::<Vec<_>>());
}

#[test]
fn lints_are_expected_with_a_reason_and_never_allowed() {
    let mut faults = Vec::new();
    for room in rooms() {
        if room.text.contains("#[allow(") || room.text.contains("#![allow(") {
            faults.push(format!("{}: allow", room.path.display()));
        }
    }
    complain(&faults);
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let mut faults = Vec::new();
    let (mut inside, mut before) = (false, "");
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if inside && line.contains('=') && !line.starts_with([' ', '#', ']']) && !before.starts_with('#') {
            faults.push(format!("Cargo.toml: no reason above `{line}`"));
        }
        before = line;
    }
    complain(&faults);
}
