//! Each document of the bundled playbooks prints itself or has its text.

use crate::msu::desk::{CONTENTS, Desk as Msu};
use crate::support::desk::Desk;
use breachbook::page::{Block, Document, Tone};
use breachbook::playbook::{Body, bundled};
use breachbook::report::{Band, Options, document};

/// The words of a page.
fn words(page: &Document) -> String {
    let mut all = String::new();
    for block in &page.blocks {
        let said = match block {
            Block::Heading(_, line) | Block::Text(line) | Block::Apart(line) => line.words(),
            Block::Labelled(label, line) => format!("{label} {}", line.words()),
            Block::List(lines) | Block::Sign(lines) => lines.iter().map(|line| line.words() + "\n").collect(),
            Block::Callout(_, inner) => words(&Document { blocks: inner.clone() }),
            other => panic!("{other:?}"),
        };
        all.push_str(&said);
        all.push('\n');
    }
    all
}

#[test]
fn every_document_of_the_playbooks_prints_itself_or_has_its_text() {
    let own = [
        "first_report",
        "not_escalated_report",
        "outcome_report",
        "incident_report",
        "incident_report_redacted",
        "postmortem_report",
        "police_alert",
        "due_diligence",
    ];
    let mut seen = Vec::new();
    for playbook in ["msu", "modot", "morenet", "shepherd", "trinity"] {
        let desk = Desk::open(playbook);
        let view = desk.session.view();
        for item in &view.playbook.items {
            let Body::Document(body) = &item.body else { continue };
            let sheet = document::sheet(&view, &item.id, &Options::default()).unwrap();
            let said = words(&sheet.body);
            let has_text = !own.contains(&item.id.as_str());
            assert_eq!(sheet.letter.is_some(), has_text, "{playbook}, {}", item.id);
            assert_eq!(view.playbook.letters.has(&item.id), has_text, "{playbook}, {}", item.id);
            if has_text {
                assert!(sheet.bands.iter().any(|band| matches!(band, Band::Draft(_))), "{}", item.id);
            } else {
                seen.push(item.id.to_string());
                assert!(
                    body.to.iter().all(
                        |role| said.contains(&format!("Acknowledged: {}", view.playbook.role_title(role.as_str())))
                    )
                );
                for content in &body.contents {
                    assert!(said.contains(content.title.trim_end_matches('.')), "{}: {}", item.id, content.title);
                    assert!(content.cite.iter().all(|clause| said.contains(clause.as_str())), "{}", item.id);
                }
            }
            assert!(!said.contains("{{") && !said.contains("  \n"), "{said}");
        }
    }
    assert_eq!(seen.len(), own.len(), "{seen:?}");
}

#[test]
fn a_draft_names_what_is_missing_with_its_clause_and_an_approved_letter_has_no_check_sheet() {
    let desk = Desk::open("msu");
    let view = desk.session.view();
    let item = view.playbook.item("notice_letter").unwrap();
    let sheet = document::sheet(&view, &item.id, &Options::default()).unwrap();
    let said = words(&sheet.body);
    assert!(
        said.contains("[not yet known: A telephone number for assistance or additional information (CN-4)]"),
        "{said}"
    );
    assert!(
        said.contains("Approved by: Appropriate University administrators, not yet") || said.contains(", not yet"),
        "{said}"
    );
    let missing =
        |block: &Block| matches!(block, Block::Text(line) if line.0.iter().any(|piece| piece.tone == Tone::Missing));
    assert!(sheet.body.blocks.iter().any(missing));
    assert!(sheet.letter.unwrap().merged, "it goes to many by mail");
}

#[test]
fn a_letter_prints_as_a_file_and_what_was_approved_is_printed_as_it_was_approved() {
    let desk = Msu::notifying();
    desk.answers(&[("protection_applicable", "no")]);
    let four: Vec<_> = CONTENTS.into_iter().filter(|(question, _)| *question != "notice_protection").collect();
    desk.answers(&four);
    desk.record(&["draft", "notice_letter"]);
    let print = || desk.home.run(&["export", &desk.case, "--what", "notice_letter", "--as", "md", "--out", "-"]).out;
    let before = print();
    assert!(before.contains("DRAFT, not approved") && before.contains("Check sheet"), "{before}");
    let at = before.find("v1 · text ").unwrap() + "v1 · text ".len();
    let seal = before[at..at + 19].to_owned();
    desk.record(&["approve", "notice_letter", "--role", "administrators", "--text", &seal]);
    let after = print();
    assert!(!after.contains("DRAFT") && !after.contains("Check sheet") && after.contains("555-0142"), "{after}");
    desk.answers(&[("notice_phone", "555-0199")]);
    let later = print();
    assert!(later.contains("OUT OF DATE") && later.contains("555-0142"), "the text stays as it was approved: {later}");
}

#[test]
fn the_texts_are_frozen_into_the_case_and_listed_with_their_digest() {
    let desk = Desk::open("msu");
    for text in bundled::letters("msu").all() {
        let kept = std::fs::read_to_string(desk.case().join("playbook").join(&text.name)).unwrap();
        assert_eq!(kept, text.text);
    }
    let opened = breachbook::store::CaseFolder::open(&desk.case()).unwrap();
    let found = breachbook::store::verify(&opened).unwrap();
    assert!(found.damage.is_empty(), "{:?}", found.damage);
    std::fs::write(desk.case().join("playbook/notice_letter.md"), "Changed.\n").unwrap();
    let again = desk.second_session("Pat Lee");
    assert!(!again.damage().is_empty());
    assert!(
        !again.playbook().letters.has(&breachbook::base::ItemId::new("notice_letter").unwrap()),
        "a changed text is not used"
    );
}
