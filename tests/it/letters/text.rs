//! Texts with names in braces: every mistake with its line, and whatever people answered stays words.

use breachbook::playbook::letter::{Letters, Name, Piece, Value, check, escaped, pieces, read};
use breachbook::playbook::{Body, Playbook, bundled, load_bundled};
use breachbook::source::{Problem, Source, caret};

fn msu() -> Playbook {
    load_bundled("msu").unwrap().playbook.unwrap()
}

fn problems(text: &str) -> (Vec<Problem>, Vec<Source>) {
    let source = Source::new("notice_letter.md", text);
    (check(&msu(), &Letters::new([source.clone()]), 0), vec![source])
}

#[test]
fn an_unknown_name_in_braces_is_a_problem_with_its_line_and_caret() {
    let (found, sources) = problems("# Notice\n\nPlease call {{ must.notice_fone }}.\n");
    let found: Vec<_> = found.iter().filter(|problem| problem.is_error()).collect();
    let [only] = found[..] else { panic!("{found:?}") };
    assert_eq!(only.code.word(), "letter-unknown-name");
    let shown = caret::render(only, &sources, false);
    assert!(
        shown.contains("notice_letter.md:3:13") && shown.contains("^^^") && shown.contains("`notice_phone`"),
        "{shown}"
    );
}

#[test]
fn each_mistake_of_a_text_has_its_code() {
    for (text, code) in [
        ("call {{ must.notice_phone", "letter-braces"),
        ("call must.notice_phone }}", "letter-braces"),
        ("call {{ notice_phone }}", "letter-braces"),
        ("call {{ maybe.notice_phone }}", "letter-braces"),
        ("{{ answer.nothing }}", "letter-unknown-name"),
        ("{{ fact.weather }}", "letter-unknown-name"),
        ("see [this](http://example.org)", "letter-markup"),
        ("![x](x.png)", "letter-markup"),
        ("<b>x</b>", "letter-markup"),
        ("`x`", "letter-markup"),
        ("> x", "letter-markup"),
        ("*x*", "letter-markup"),
        ("x\n\n---\n\nx", "letter-markup"),
        ("x \u{202e} y", "hidden-character"),
    ] {
        let (found, _) = problems(text);
        assert!(found.iter().any(|problem| problem.is_error() && problem.code.word() == code), "{text}: {found:?}");
    }
    let long = "x".repeat(70 * 1024);
    assert!(problems(&long).0.iter().any(|problem| problem.code.word() == "letter-too-long"));
    let stray = Letters::new([Source::new("notice_leter.md", "x")]);
    assert_eq!(check(&msu(), &stray, 0)[0].code.word(), "letter-without-document");
    assert!(problems("x").0.iter().any(|problem| problem.code.word() == "letter-lacks-content"));
}

#[test]
fn every_bundled_text_is_without_a_mistake_and_has_a_place_for_each_content() {
    let mut texts = 0;
    for summary in breachbook::playbook::index() {
        let playbook = load_bundled(&summary.id).unwrap().playbook.unwrap();
        let found = check(&playbook, &playbook.letters, 0);
        assert!(found.is_empty(), "{}: {found:?}", summary.id);
        texts += playbook.letters.all().count();
    }
    assert_eq!(texts, 23, "the sixteen documents that have one, of which one has three, and the five added");
    assert!(bundled::letters("trinity").is_empty());
}

/// A letter with one answer in a sentence and in a paragraph of its own.
fn filled(answer: &str) -> String {
    let playbook = msu();
    let Body::Document(document) = &playbook.item("notice_letter").unwrap().body else { panic!() };
    let source = Source::new(
        "x.md",
        "Call {{ must.notice_phone }}.\n\n{{ must.notice_description }}\n\n- {{ must.notice_information }}\n",
    );
    let mut problems = breachbook::source::Problems::default();
    let template = read(0, &source, &playbook, document, &mut problems);
    template.fill(&|_: &Name| Value::Said(answer.to_owned())).unwrap()
}

#[test]
fn whatever_people_answered_cannot_become_a_heading_a_link_a_list_or_braces() {
    for hostile in [
        "# Heading",
        "## x",
        "- point",
        "1. point",
        "* point",
        "+ point",
        "> quoted",
        "---",
        "===",
        "[a](http://x)",
        "![a](x)",
        "<script>alert(1)</script>",
        "<http://example.org>",
        "`code`",
        "**strong**",
        "_x_",
        "{{ must.notice_phone }}",
        "a\n# b",
        "a\n\n- b",
        "a\n===",
        "    code",
        "\tcode",
        "&lt;b&gt;",
        "\\# x",
        "[x]: http://example.org",
        "~~~\nx\n~~~",
        "| a | b |",
        "\u{202e}gnp.exe",
        "\u{200b}# x",
        "1) x",
    ] {
        let text = filled(hostile);
        let parts = pieces(&text);
        let kinds: Vec<_> = parts.iter().filter(|part| !matches!(part, Piece::Words(..))).collect();
        assert!(
            kinds.iter().all(|part| matches!(part, Piece::Paragraph | Piece::Point(1, None))),
            "{hostile:?}: {parts:?}"
        );
        assert!(!parts.iter().any(|part| matches!(part, Piece::Words(_, true))), "{hostile:?}: {parts:?}");
        assert!(!text.contains("{{"), "{text}");
        let words: String =
            parts.iter().map(|part| if let Piece::Words(words, _) = part { words.as_str() } else { "" }).collect();
        let first = hostile.lines().next().unwrap_or_default().trim();
        let inert = breachbook::base::text::inert_line(first);
        assert!(words.contains(inert.as_ref()), "{hostile:?} is not told as it was: {words:?}");
    }
}

#[test]
fn what_is_escaped_reads_back_as_it_was() {
    let hostile = "a_b*c [d] <e> & #f ! ~g~ | `h` {i} \\ 1. - + =";
    let [Piece::Paragraph, Piece::Words(words, false)] = &pieces(&escaped(hostile))[..] else { panic!() };
    assert_eq!(words, hostile);
}
