//! Seals, and what is read out of them.

use breachbook::journal::Seal;

#[test]
fn a_seal_is_read_only_in_exact_lower_case() {
    let text = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    assert_eq!(Seal::parse(text), Some(Seal::of(b"test")));
    assert_eq!(Seal::of(b"test").to_string(), text);
    assert_eq!(Seal::parse(&text.to_uppercase()), None);
    assert_eq!(Seal::parse(&text[1..]), None);
}

#[test]
fn a_short_seal_has_four_groups_and_no_sign_that_is_easily_misheard() {
    let short = Seal::of(b"test").short();
    assert_eq!(short.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
    assert!(!short.contains(['I', 'L', 'O', 'U']), "{short}");
    assert_ne!(short, Seal::of(b"tess").short());
}
