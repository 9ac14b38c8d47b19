//! What is told of a save while it lasts.

use breachbook::session::saving::{LeftOut, Save, Saving, What};

#[test]
fn what_was_left_out_is_counted_by_kind() {
    assert_eq!(LeftOut::default().words(), None);
    assert_eq!(LeftOut { keys: 4, ..LeftOut::default() }.words().unwrap(), "4 keys");
    let some = LeftOut { keys: 1, pastes: 1, clicks: 2 };
    assert_eq!(some.words().unwrap(), "1 key and 1 paste and 2 clicks");
}

#[test]
fn a_quick_save_leaves_nothing_behind() {
    let saving = Saving::default();
    let save = Save { what: What::Entry, case: "sapphire".into(), before: None };
    assert_eq!(saving.during(save.clone(), || saving.now()), Some(save));
    assert_eq!(saving.now(), None);
}
