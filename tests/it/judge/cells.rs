//! A cell as its column takes it, and as it is stored.

use breachbook::base::{ItemId, Now, Stamp, time::Zone};
use breachbook::judge::types::cells::read;
use breachbook::playbook::register::{Column, ColumnKind};

fn column(kind: ColumnKind) -> Column {
    let options = vec!["log".to_owned(), "Disk image".to_owned()];
    Column { kind, options, ..Column::line(ItemId::new("x").unwrap(), "X") }
}

#[test]
fn a_cell_is_read_as_its_column_takes_it_and_reads_back_as_stored() {
    let now = Now::new(Stamp::parse("2026-11-22T02:13:44+10:30").unwrap(), Zone::utc());
    let read = |kind, text: &str| read(&column(kind), *b"USD", text, now).map(|read| read.value);
    for (kind, typed, stored) in [
        (ColumnKind::Line, " a; b=c ", "a; b=c"),
        (ColumnKind::Person, "A. Ruiz", "A. Ruiz"),
        (ColumnKind::Count, "about 120", "about 120"),
        (ColumnKind::Money, "1,500", "USD 1,500.00"),
        (ColumnKind::YesNo, "Y", "yes"),
        (ColumnKind::YesNo, "u", "unknown"),
        (ColumnKind::One, "disk IMAGE", "Disk image"),
        (ColumnKind::One, "1", "log"),
    ] {
        assert_eq!(read(kind, typed).as_deref(), Ok(stored), "{kind:?} {typed}");
    }
    for kind in ColumnKind::ALL.iter().copied() {
        assert_eq!(read(kind, " ").as_deref(), Ok(""), "{kind:?}");
        assert_eq!(read(kind, "a\nb").is_err(), kind != ColumnKind::Words, "{kind:?}");
    }
    let when = read(ColumnKind::When, "01:50").unwrap();
    assert_eq!(read(ColumnKind::When, &when), Ok(when));
    let span = read(ColumnKind::Hours, "1h 30m").unwrap();
    assert_eq!(read(ColumnKind::Hours, &span), Ok(span));
    assert!(read(ColumnKind::One, "paper").unwrap_err().contains("log, Disk image"));
    assert!(read(ColumnKind::Count, "many").is_err());
}
