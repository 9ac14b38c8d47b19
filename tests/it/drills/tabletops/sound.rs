//! Every bundled tabletop can be held as it stands, and is told about by name when its playbook loses what it names.

use breachbook::drill::script::{Binding, Expectation, Script, bundled, index, load, load_bundled};
use breachbook::playbook::bundled::bundled_text;
use breachbook::playbook::load::load_checked;
use breachbook::source::Source;
use std::collections::BTreeSet;

pub(super) fn script(id: &str) -> Script {
    let loaded = load_bundled(id).unwrap_or_else(|| panic!("there is no tabletop {id}"));
    let source = bundled::bundled_source(id).unwrap();
    assert!(loaded.problems.is_empty(), "{}", loaded.rendered(&source));
    loaded.script.unwrap()
}

#[test]
fn every_bundled_tabletop_loads_without_a_warning() {
    for id in index() {
        assert_eq!(script(id).id.as_str(), id, "the file is called as the script");
    }
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

/// Whatever a tabletop names of its playbook: ids behind `item` and `tried`, and the names within `meets`.
fn named(script: &Script, text: &str) -> BTreeSet<String> {
    let bound = |expectation: &Expectation| match &expectation.binding {
        Binding::Item(id) => Some(id.to_string()),
        Binding::Tried(tried) => Some(tried.id().to_string()),
        Binding::Meets(_) | Binding::ByHand => None,
    };
    let mut ids: BTreeSet<String> = script.expectations.iter().filter_map(bound).collect();
    let words = |line: &str| {
        let line = line.strip_prefix("meets = ").unwrap_or_default().to_owned();
        let split = |sign: char| !(sign.is_alphanumeric() || sign == '_');
        line.split(split).map(str::to_owned).collect::<Vec<_>>()
    };
    ids.extend(text.lines().flat_map(words));
    ids
}

/// The playbook with another name in every place of this one.
fn renamed(text: &str, item: &str) -> String {
    let mut renamed = String::new();
    for part in text.split_inclusive(|sign: char| !(sign.is_alphanumeric() || sign == '_')) {
        let name = part.trim_end_matches(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
        let new = if name == item { "called_otherwise" } else { name };
        renamed.extend([new, &part[name.len()..]]);
    }
    renamed
}

#[test]
fn a_tabletop_is_refused_by_name_when_an_item_that_it_names_goes() {
    for id in index() {
        let script = script(id);
        let source = bundled::bundled_source(id).unwrap();
        let playbook = script.playbook.as_ref().unwrap().as_str();
        let text = bundled_text(playbook).unwrap();
        let mut gone = 0;
        for item in named(&script, &source.text) {
            let declared = format!("id = \"{item}\"\n");
            if !text.contains(&declared) {
                continue;
            }
            let other = renamed(text, &item);
            let without = |id: &str| load_checked(&[Source::new(format!("{id}.toml"), other.as_str())]).playbook;
            let loaded = load(&source, &without);
            let said = loaded.rendered(&source);
            assert!(loaded.script.is_none() && said.contains(&item), "{id}: nothing is said of `{item}`: {said}");
            gone += 1;
        }
        assert!(gone >= 12, "{id}: only {gone} items were taken away");
    }
}
