//! `drill list`, `drill check`, `drill print` and `drill schema`, as a facilitator types them.

use crate::support::program::Home;
use std::fs;

fn small(home: &Home) -> String {
    let path = home.path().join("small.toml");
    fs::write(&path, include_str!("../../drills/good/small.toml")).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn every_bundled_script_is_listed_and_passes_without_a_warning() {
    let home = Home::new();
    let listed = home.run(&["drill", "list"]);
    assert_eq!(listed.code, 0, "{}", listed.err);
    let ids: Vec<&str> = listed.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    for id in ["modot-project-site", "morenet-meals", "msu-clinic", "shepherd-mailbox", "trinity-form"] {
        assert!(ids.contains(&id), "{ids:?}");
    }
    let json: serde_json::Value = serde_json::from_str(&home.run(&["drill", "list", "--json"]).out).unwrap();
    assert_eq!(json["schema"], "drill-list/1");
    assert_eq!(json["scripts"].as_array().map(Vec::len), Some(ids.len()));
    let checked = home.run(&["drill", "check"]);
    assert_eq!(checked.code, 0, "{}\n{}", checked.out, checked.err);
    let sound = checked.out.lines().filter(|line| line.ends_with("0 mistakes, 0 warnings.")).count();
    assert_eq!(sound, ids.len(), "{}", checked.out);
}

/// The dry run: when everything would come is known before anybody sits at the table.
#[test]
fn dry_run() {
    let home = Home::new();
    let plan = home.run(&["drill", "check", &small(&home), "--plan"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    insta::assert_snapshot!("plan", plan.out.split_once("\n\n").map_or("", |(_, plan)| plan));
}

#[test]
fn a_mistake_is_shown_with_its_place_and_ends_with_one() {
    let home = Home::new();
    let path = home.path().join("wrong.toml");
    fs::write(&path, include_str!("../../drills/good/small.toml").replace("delivery", "delivry")).unwrap();
    let checked = home.run(&["drill", "check", &path.to_string_lossy()]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("error[unknown-key]: `delivry` is not a key of [[inject]]."), "{}", checked.out);
    assert!(
        checked.out.contains("wrong.toml:24:1") && checked.out.contains("Did you mean `delivery`?"),
        "{}",
        checked.out
    );
    assert!(checked.out.contains("cannot be used: 2 mistakes, 0 warnings."), "{}", checked.out);
    let unknown = home.run(&["drill", "check", "trinity-from"]);
    assert_eq!((unknown.code, unknown.err.contains("Did you mean trinity-form?")), (1, true), "{}", unknown.err);
}

#[test]
fn a_file_that_goes_out_with_an_inject_must_lie_beside_the_script() {
    let home = Home::new();
    let text = include_str!("../../drills/good/small.toml");
    let text = text.replace("delivery = \"phone\"\ngist", "files = [\"table.csv\"]\ndelivery = \"phone\"\ngist");
    let path = home.path().join("with-file.toml");
    fs::write(&path, text).unwrap();
    let missing = home.run(&["drill", "check", &path.to_string_lossy()]);
    assert_eq!((missing.code, missing.out.contains("error[file-missing]: table.csv")), (1, true), "{}", missing.out);
    fs::write(home.path().join("table.csv"), "name\n").unwrap();
    assert_eq!(home.run(&["drill", "check", &path.to_string_lossy()]).code, 0);
}

#[test]
fn a_list_goes_out_and_comes_in_again_and_nothing_is_written_over() {
    let home = Home::new();
    let script = small(&home);
    let (list, out) = (home.path().join("list.csv"), home.path().join("out.toml"));
    let (list, out) = (list.to_string_lossy(), out.to_string_lossy());
    let print = ["drill", "print", &script, "--what", "list", "--as", "csv", "--out", &list];
    let printed = home.run(&print);
    assert_eq!(printed.code, 0, "{}", printed.err);
    assert!(fs::read_to_string(&*list).unwrap().starts_with('\u{feff}'), "spreadsheets know it by its mark");
    assert_eq!(home.run(&print).code, 1, "it is there already");
    let taken = home.run(&["drill", "check", &list, "--into", &script, "--write", &out]);
    assert_eq!(taken.code, 0, "{}\n{}", taken.out, taken.err);
    assert!(taken.out.contains("The script would say the same as before."), "{}", taken.out);
    assert_eq!(home.run(&["drill", "check", &out]).code, 0);
    let again = home.run(&["drill", "check", &list, "--into", &script, "--write", &out]);
    assert_eq!((again.code, again.err.contains("is there already")), (1, true), "{}", again.err);
}

/// After the exercise the list says of each inject what became of it, those made on the spot among them.
#[test]
fn the_list_of_a_held_exercise_says_what_became_of_each_inject() {
    let home = Home::new();
    let lines = b".\nstart\nsend 1\nskip 3 told already\nadhoc The office | deputy | The bell rang.\nend\nend\nquit\n";
    let ran = home.type_into(&["drill", "run", "trinity-form", "--plain"], lines);
    assert_eq!(ran.code, 0, "{ran:?}");
    let exercise = home.cases().read_dir().unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let list = home.run(&["drill", "print", "--held", &exercise, "--what", "list", "--out", "-"]);
    assert_eq!(list.code, 0, "{list:?}");
    assert!(list.out.lines().next().unwrap().ends_with(",state,sent_exercise,sent_real,reason"), "{}", list.out);
    assert_eq!(list.out.matches(",sent,2026-11-13T15:30:").count(), 2, "{}", list.out);
    assert_eq!(list.out.matches(",skipped,,,told already").count(), 1, "{}", list.out);
    let own = list.out.lines().find(|line| line.starts_with("1A,")).unwrap();
    assert!(own.contains("The office,deputy") && own.contains("The bell rang."), "{own}");
}

#[test]
fn a_list_with_a_row_that_cannot_be_taken_is_not_written_unless_its_line_is_left_out() {
    let home = Home::new();
    let script = small(&home);
    let (list, out) = (home.path().join("list.csv"), home.path().join("out.toml"));
    fs::write(&list, "number;text;Weather\n1;Open;rain\n2;This is no exercise;sun\n").unwrap();
    let (list, out) = (list.to_string_lossy(), out.to_string_lossy());
    let refused = home.run(&["drill", "check", &list, "--into", &script, "--write", &out]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.out.contains("Not taken, line 3: may be taken for the real thing: \"no exercise\""),
        "{}",
        refused.out
    );
    assert!(refused.out.contains("Kept with each inject: \"Weather\""), "{}", refused.out);
    assert!(refused.err.contains("--leave-out 3"), "{}", refused.err);
    assert!(!home.path().join("out.toml").exists());
    let written = home.run(&["drill", "check", &list, "--into", &script, "--write", &out, "--leave-out", "3"]);
    assert_eq!(written.code, 0, "{}\n{}", written.out, written.err);
    assert!(home.path().join("out.toml").exists());
    let workbook = home.path().join("list.xlsx");
    fs::write(&workbook, b"PK\x03\x04\0\0").unwrap();
    let workbook = home.run(&["drill", "check", &workbook.to_string_lossy()]);
    assert!(workbook.err.contains("save it as \"CSV UTF-8\""), "{}", workbook.err);
}

#[test]
fn the_schema_for_editors_is_printed() {
    let schema: serde_json::Value = serde_json::from_str(&Home::new().run(&["drill", "schema"]).out).unwrap();
    assert!(schema["definitions"]["inject"]["properties"]["if_not_met"].is_object());
}

/// What was judged and noted is sealed like everything else, and so is the script.
#[test]
fn a_control_folder_is_verified_with_its_script() {
    let home = Home::new();
    let ran = home.type_into(&["drill", "run", "trinity-form", "--plain"], b".\nstart\nsend 1\nquit\n");
    assert_eq!(ran.code, 0, "{ran:?}");
    let control = home.path().join("control");
    let control = control.read_dir().unwrap().next().unwrap().unwrap().path();
    let verify = || home.run(&["verify", control.to_str().unwrap()]);
    let sound = verify();
    assert!(sound.code == 0 && sound.out.starts_with("Sound: "), "{sound:?}");
    let script = control.join("script/script.toml");
    fs::write(&script, fs::read_to_string(&script).unwrap().replace("minutes = 75", "minutes = 74")).unwrap();
    let altered = verify();
    assert!(altered.code == 4 && altered.out.contains("script/script.toml: It is not the script"), "{altered:?}");
    // Whoever plays opens it no more than before.
    let opened = home.run(&["log", control.to_str().unwrap()]);
    assert!(opened.code != 0 && opened.err.contains("no player opens"), "{opened:?}");
}
