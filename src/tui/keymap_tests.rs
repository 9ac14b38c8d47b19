//! What the key table promises.

use super::*;
use std::collections::BTreeSet;

#[test]
fn no_key_means_two_things_at_once() {
    for top in Scope::TOPS {
        let mut taken = BTreeSet::new();
        for row in rows(top) {
            for key in row.keys {
                assert!(taken.insert(*key), "{key} means two things in {top:?}");
            }
        }
    }
}

#[test]
fn every_verb_has_one_row_and_so_one_set_of_keys() {
    let verbs: BTreeSet<_> = TABLE.iter().map(|row| row.action).collect();
    assert_eq!(verbs.len(), TABLE.len());
    assert!(TABLE.iter().all(|row| !row.help.is_empty()));
}

#[test]
fn a_sign_is_text_wherever_text_is_typed() {
    for top in Scope::TOPS.into_iter().filter(|top| top.takes_text()) {
        for row in rows(top) {
            assert!(row.keys.iter().all(|key| key.typed().is_none()), "{:?} in {top:?}", row.action);
        }
    }
}

#[test]
fn every_key_reaches_the_program_on_windows_and_over_a_serial_line() {
    // Control with I, M, J, H or a bracket is Tab, Enter, line feed, Backspace or Escape on the wire: a line feed is a new line.
    for key in TABLE.iter().filter(|row| row.action != A::NewLine).flat_map(|row| row.keys) {
        if let (Code::Char(sign), true) = (key.code, key.ctrl) {
            assert!(sign.is_ascii_lowercase() && !"imjh".contains(sign), "{key}");
        }
    }
}

#[test]
fn every_top_has_a_way_back_and_a_way_out() {
    for top in Scope::TOPS {
        assert_eq!(find(top, Key::of(Code::Esc)), Some(Action::Back), "{top:?}");
        assert_eq!(find(top, Key::ctrl('c')), Some(Action::Interrupt), "{top:?}");
    }
}
