//! The chapter for facilitators is run as it stands, from the list of scripts to the report: every command, and what is typed into it.

use crate::support::program::{Home, Ran};
use std::fs;
use std::path::Path;

/// A command of the page, and what is typed into it afterwards.
struct Step {
    args: Vec<String>,
    typed: String,
}

/// Every command of the page in its order.
fn steps() -> Vec<Step> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/drills.md")).unwrap();
    let mut steps: Vec<Step> = Vec::new();
    let mut fence: Option<&str> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(_), Some(_)) => fence = None,
            (Some(kind), None) => fence = Some(kind),
            (None, Some("typed")) => {
                let step = steps.last_mut().unwrap();
                step.typed += line;
                step.typed += "\n";
            }
            (None, Some(_)) => {
                let args = line.strip_prefix("breachbook ").unwrap_or_else(|| panic!("not a command: {line}"));
                steps.push(Step { args: shlex::split(args).unwrap(), typed: String::new() });
            }
            (None, None) => {}
        }
    }
    steps
}

/// The exercise that is there; the page begins another one only at its end.
fn exercise(home: &Home) -> Option<String> {
    let names = fs::read_dir(home.cases()).ok()?.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("ex-")).max()
}

fn taken(home: &Home, step: &Step) -> Ran {
    let case = exercise(home);
    let named = |word: &String| if word == "CASE" { case.clone().unwrap() } else { word.clone() };
    let args: Vec<String> = step.args.iter().map(named).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = home.type_into(&args, step.typed.as_bytes());
    assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
    ran
}

#[test]
fn the_chapter_for_facilitators_leads_from_the_list_of_scripts_to_the_report() {
    let home = Home::new();
    let mut said = String::new();
    for step in steps() {
        let ran = taken(&home, &step);
        // Whatever was typed was understood, and nothing of it was refused.
        for wrong in ["Did you mean", "There is no \"", "Write it so:", "NOT RECORDED", "is none of them"] {
            assert!(!ran.out.contains(wrong), "{:?}: {wrong}\n{}", step.args, ran.out);
        }
        said += &ran.out;
    }
    for wanted in [
        "0 mistakes, 0 warnings",
        "Read out: Hello, my name's Marcy Teague",
        "Called within four minutes, without asking whether it was serious",
        "The review is done for now.",
        "Improvements 1 open",
        "Done in ex-",
        "\"schema\": \"drill-review/1\"",
    ] {
        assert!(said.contains(wanted), "{wanted:?} is not in\n{said}");
    }
}
