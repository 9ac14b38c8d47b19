//! Every bundled tabletop can be held as it stands, and is told about by name when its playbook loses what it names.

use breachbook::drill::script::{Script, bundled, index, load, load_bundled};
use breachbook::playbook::bundled::bundled_text;
use breachbook::playbook::load::load_checked;
use breachbook::source::Source;
use std::collections::BTreeSet;

fn script(id: &str) -> Script {
    let loaded = load_bundled(id).unwrap_or_else(|| panic!("there is no tabletop {id}"));
    let source = bundled::bundled_source(id).unwrap();
    assert!(loaded.problems.is_empty(), "{}", loaded.rendered(&source));
    loaded.script.unwrap()
}

#[test]
fn every_bundled_tabletop_loads_without_a_warning() {
    let scripts: Vec<(&str, Script)> = index().into_iter().map(|id| (id, script(id))).collect();
    for (id, script) in &scripts {
        assert_eq!(script.id.as_str(), *id, "the file is called as the script");
    }
    let playbooks: BTreeSet<&str> =
        scripts.iter().filter_map(|(_, script)| Some(script.playbook.as_ref()?.as_str())).collect();
    assert_eq!(playbooks, ["modot", "morenet", "msu", "shepherd", "trinity"].into(), "one for each policy");
}

#[test]
fn a_tabletop_fills_75_to_90_minutes_with_texts_that_can_be_read_aloud() {
    for id in index() {
        let script = script(id);
        let planned: u32 = script.parts.iter().map(|part| part.minutes).sum();
        assert_eq!(planned, script.minutes, "{id}: the parts add up");
        assert!((75..=90).contains(&script.minutes), "{id}: {} minutes", script.minutes);
        for inject in &script.injects {
            let words = inject.text.split_whitespace().count();
            assert!((40..=260).contains(&words), "{id}, inject {}: {words} words", inject.number);
            assert!(inject.notes.is_some(), "{id}, inject {}: no notes", inject.number);
            assert_eq!(inject.at.is_none(), inject.contingency.is_some(), "{id}, inject {}", inject.number);
        }
        for expectation in &script.expectations {
            assert!(!expectation.cite.is_empty(), "{id}: {} cites nothing", expectation.id);
        }
    }
}

fn is_of_a_name(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// What the lines of a script that bind expectations name of a playbook: each line by its number from 1, with the ids that are
/// declared there.
fn bound(script: &str, playbook: &str) -> Vec<(usize, BTreeSet<String>)> {
    let declared = |name: &&str| playbook.contains(&format!("id = \"{name}\"\n"));
    let named = |(at, line): (usize, &str)| {
        let value = ["item = ", "meets = ", "tried = "].into_iter().find_map(|key| line.strip_prefix(key))?;
        let names = value.split(|sign| !is_of_a_name(sign)).filter(declared).map(str::to_owned);
        Some((at + 1, names.collect()))
    };
    script.lines().enumerate().filter_map(named).collect()
}

/// The playbook with another name in every place of these.
fn renamed(text: &str, items: &BTreeSet<&String>) -> String {
    let mut renamed = String::new();
    for part in text.split_inclusive(|sign| !is_of_a_name(sign)) {
        let name = part.trim_end_matches(|sign| !is_of_a_name(sign));
        let new = if items.iter().any(|item| *item == name) { "_gone" } else { "" };
        renamed.extend([name, new, &part[name.len()..]]);
    }
    renamed
}

#[test]
fn a_tabletop_is_refused_line_by_line_when_the_items_that_it_names_go() {
    for id in index() {
        let source = bundled::bundled_source(id).unwrap();
        let text = bundled_text(script(id).playbook.unwrap().as_str()).unwrap();
        let bound = bound(&source.text, text);
        let items: BTreeSet<&String> = bound.iter().flat_map(|(_, names)| names).collect();
        assert!(items.len() >= 12, "{id}: it names only {items:?}");
        let other = renamed(text, &items);
        let without = |id: &str| load_checked(&[Source::new(format!("{id}.toml"), other.as_str())]).playbook;
        let loaded = load(&source, &without);
        let said = loaded.rendered(&source);
        assert!(loaded.playbook.is_some() && loaded.script.is_none());
        for (line, names) in &bound {
            assert!(!names.is_empty(), "{id}: line {line} names nothing of the playbook");
            let place = format!("{id}.toml:{line}:");
            assert!(said.contains(&place), "{id}: nothing is said of line {line}, which names {names:?}: {said}");
        }
    }
}
