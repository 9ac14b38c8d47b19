//! Address books of other programs as blocks of a phone list: read however broken, nothing guessed, nothing written.

use crate::support::program::Home;
use breachbook::contacts::{import, load, review};
use breachbook::source::Source;
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/contacts/books");

fn printed(home: &Home, name: &str) -> String {
    let ran = home.run(&["contacts", "import", &format!("{FOLDER}/{name}")]);
    assert_eq!(ran.code, 0, "{name}: {ran:?}");
    // What is printed can be put into a phone list as it stands.
    let list = load(Source::new("contacts.toml", format!("schema = 1\n{}", ran.out)));
    assert_eq!(list.mistakes(), 0, "{name}: {}", list.rendered(&list.problems));
    let warned = review(&list.list, &[], "2099-01-01".parse().unwrap());
    assert!(list.list.holders.is_empty() && (list.list.parties.is_empty() || !warned.is_empty()));
    ran.out
}

#[test]
fn every_form_of_address_book_gives_names_numbers_and_addresses_alone() {
    let home = Home::new();
    for (name, says) in [
        (
            "phone_21.vcf",
            &[
                "id = \"jose_nunez\"\nname = \"José Núñez\"",
                "{ kind = \"mobile\", value = \"555-0101\" },\n  { kind = \"desk\", value = \"555-0102\" }",
                "{ kind = \"email\", value = \"jose@example.org\" }",
                "name = \"Änne Müller\"",
                "{ kind = \"home\", value = \"555-0103\" }",
                "1 postal address, 1 birthday, 1 picture, 1 fax number",
            ][..],
        ),
        (
            "cloud_30.vcf",
            &[
                "# In the file: Privacy Officer\n# Left out: 5.73556E+09 (a spreadsheet has shortened it)\n[[person]]",
                "name = \"Ann Example, PhD\"",
                "{ kind = \"mobile\", value = \"+1 (555) 555-0104\" }",
                "value = \"ann@example.org\"",
                "1 note, 1 entry without a name, 1 group",
            ],
        ),
        (
            "new_40.vcf",
            &[
                "name = \"Bo \\\"B\\\" Example<U+202E>\"",
                "{ kind = \"desk\", value = \"+1-555-555-0106 ext 12\" }",
                "# Left out: bo at example (it is no address)",
                "name = \"Never Ended\"",
            ],
        ),
        (
            "outlook.csv",
            &[
                "it was read as Windows-1252",
                "# In the file: CISO\n[[person]]\nid = \"cy_muller\"\nname = \"Cy Müller\"",
                "{ kind = \"desk\", value = \"555-0108\" },\n  { kind = \"mobile\", value = \"555-0109\" }",
                "cy@example.net",
                "name = \"Example Police\"",
            ],
        ),
        (
            "google.csv",
            &["{ kind = \"mobile\", value = \"555-0110\" }", "value = \"555-0111\"", "di@example.org", "Dean"],
        ),
        ("google_new.csv", &["name = \"Ed Example\"", "{ kind = \"home\", value = \"555-0112\" }", "ed@example.org"]),
    ] {
        let out = printed(&home, name);
        for said in says {
            assert!(out.contains(said), "{name}: {said}\n{out}");
        }
        for not in ["verified =", "1 Main St", "likes tea", "0199", "0198", "0197", "role =", "\u{202e}"] {
            assert!(!out.contains(not), "{name}: {not}\n{out}");
        }
    }
}

#[test]
fn whoever_is_listed_already_stands_beside_and_cannot_be_put_in_twice() {
    let home = Home::new();
    let list = "schema = 1\n[[person]]\nid = \"ann\"\nname = \"Ann Example, PhD\"\nchannels = [{ kind = \"desk\", value = \"555-0102\" }]\n";
    fs::write(home.path().join("mine.toml"), list).unwrap();
    let book = format!("{FOLDER}/cloud_30.vcf");
    let ran = home.run(&["contacts", "import", &book, "--into", "mine.toml"]);
    assert!(
        ran.out.contains("# Listed already as ann (Ann Example, PhD): desk 555-0102\n# New here: mobile +1 (555)"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("\n# [[person]]\n# id = \"ann\"") && !ran.out.contains("\n[[person]]"), "{}", ran.out);
    assert_eq!(fs::read_to_string(home.path().join("mine.toml")).unwrap(), list, "it is only read");
}

#[test]
fn what_is_no_address_book_is_refused_with_its_first_line() {
    let home = Home::new();
    for (text, says) in [
        ("", "is empty"),
        ("PK\u{3}\u{4}\u{0}x", "It begins: PK"),
        ("a,b\nx,y\n", "It begins: a,b"),
        ("BEGIN:VCARD\nTEL:555-0101\nEND:VCARD\n", "Nobody in"),
    ] {
        fs::write(home.path().join("book"), text).unwrap();
        let ran = home.run(&["contacts", "import", "book"]);
        assert!(ran.code == 1 && ran.err.contains(says) && ran.out.is_empty(), "{text:?}: {ran:?}");
    }
}

#[test]
fn floods_are_bounded() {
    let deep = "BEGIN:VCARD\nAGENT:\n".repeat(50_000);
    assert!(import::read(deep.as_bytes()).is_err());
    let long =
        format!("BEGIN:VCARD\nFN:{}\nTEL:555-0101\nPHOTO:{}\nEND:VCARD\n", "x".repeat(1 << 20), "A".repeat(4 << 20));
    let taken = import::read(long.as_bytes()).unwrap();
    assert!(taken.people[0].name.chars().count() <= 100);
    let many = "BEGIN:VCARD\nFN:Ann\nTEL:555-0101\n".repeat(5_000);
    let taken = import::read(many.as_bytes()).unwrap();
    assert_eq!((taken.people.len(), taken.left[&import::Left::TooMany]), (2_000, 3_000));
    let one = "TEL:555-0101\n".repeat(100_000);
    let taken = import::read(format!("BEGIN:VCARD\nFN:Ann\n{one}").as_bytes()).unwrap();
    assert_eq!(taken.people[0].channels.len(), 1);
}
