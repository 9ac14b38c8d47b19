//! What may be an identifier.

use breachbook::base::ids::base32_128;
use breachbook::base::{ItemId, SessionId};

#[test]
fn an_item_id_cannot_leave_its_folder_or_move_the_cursor() {
    for bad in ["", "../x", "a/b", "A", "1a", "a b", "a\u{1b}[2J", "é", &"a".repeat(65)] {
        assert!(ItemId::new(bad).is_none(), "{bad:?}");
    }
    assert!(ItemId::new("multiple_individuals").is_some());
}

#[test]
fn base32_agrees_with_the_rfc_alphabet() {
    assert_eq!(base32_128([0; 16]), "a".repeat(26));
    assert_eq!(base32_128([0xff; 16]), format!("{}4", "7".repeat(25)));
    assert!(SessionId::new(&base32_128([0x5a; 16])).is_some());
}
