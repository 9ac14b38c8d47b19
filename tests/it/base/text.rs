//! Texts from outside made inert, cut and wrapped.

use breachbook::base::text::{cut, inert_block, inert_line, pad, width, wrap};

#[test]
fn signs_that_act_become_marks_that_are_seen() {
    assert_eq!(inert_line("a\u{1b}[2Jb"), "a<U+001B>[2Jb");
    assert_eq!(inert_line("evil\u{202E}gpj.exe"), "evil<U+202E>gpj.exe");
    assert_eq!(inert_line("one\ntwo\tx\r"), "one / two  x");
    assert_eq!(inert_block("one\ntwo\u{9b}"), "one\ntwo<U+009B>");
    assert_eq!(inert_line("plain é 漢"), "plain é 漢");
}

#[test]
fn what_unicode_shows_nowhere_and_what_is_no_character_becomes_a_mark() {
    for sign in "\u{180B}\u{180F}\u{FE0F}\u{FFF0}\u{1BCA0}\u{1D173}\u{13430}\u{FDD0}\u{FFFE}\u{10FFFF}".chars() {
        assert_eq!(inert_line(&format!("a{sign}b")), format!("a<U+{:04X}>b", u32::from(sign)));
    }
    // Visible signs of the same category stay.
    assert_eq!(inert_line("\u{0600}12"), "\u{0600}12");
}

#[test]
fn a_flood_of_marks_is_cut_and_counted_and_a_mark_stands_on_a_sign_or_is_named() {
    let flood = format!("a{}b", "\u{0301}".repeat(100));
    assert_eq!(inert_line(&flood), format!("a{}<+92 marks>b", "\u{0301}".repeat(8)));
    assert_eq!(inert_line("\u{0301}a"), "<U+0301>a");
    assert_eq!(inert_block("a\n\u{0301}"), "a\n<U+0301>");
    assert_eq!(inert_line("e\u{0301}te\u{0301}"), "e\u{0301}te\u{0301}");
}

#[test]
fn cutting_counts_columns_and_keeps_clusters_whole() {
    assert_eq!(cut("漢字漢字", 5), "漢字…");
    assert_eq!(cut("e\u{301}tude", 3), "e\u{301}t…");
    assert_eq!(pad("漢", 4), "漢  ");
}

#[test]
fn wrapping_never_exceeds_the_width() {
    for columns in 1..40 {
        for line in wrap("Immediately notify the Privacy Officer of 漢字 the suspected-breach.", columns) {
            assert!(width(&line) <= columns.max(2), "{columns}: {line:?}");
        }
    }
}
