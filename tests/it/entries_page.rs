//! The manual's pages that are printed from the code.

use breachbook::case::EntryKind;
use std::fmt::Write as _;

#[test]
fn the_page_of_entry_kinds_is_current() {
    let mut page = String::from(
        "# Entries of a journal\n\n\
         Printed from the code. Each entry also carries `by` (who wrote it down) and, where given, `actor` (who did it), \
         `happened` (when it happened, if that is not when it was recorded), `note`, `settles` (the \
         entries in whose place it stands) and `in_sheet` (it is a row of a sheet recorded together, and counts once the end \
         of the sheet is there).\n\n\
         | kind | fields, those in brackets may be missing | what it says |\n|---|---|---|\n",
    );
    for kind in EntryKind::ALL {
        let _ = writeln!(page, "| `{}` | {} | {} |", kind.word(), kind.fields().join(", "), kind.meaning());
    }
    crate::support::pages::current("docs/entries.md", &page);
}
