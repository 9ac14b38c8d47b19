//! Markdown, read back by a parser of the same dialect.

use super::{hostile, sheets};
use breachbook::export::markdown;
use breachbook::page::{Block, Line, Tone};
use breachbook::report::Sheet;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Read with every extension but the one that sets other quotes and dashes than were written.
fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

/// A part of the page: its kind, and the words in it.
fn parts(markdown: &str) -> Vec<(String, String)> {
    let (mut parts, mut words, mut kind) = (Vec::new(), String::new(), String::new());
    for event in events(markdown) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell) => {
                if !words.trim().is_empty() {
                    parts.push((std::mem::take(&mut kind), hostile::words(&words)));
                }
                words.clear();
            }
            Event::End(end @ (TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell)) => {
                kind = format!("{end:?}");
                if !words.trim().is_empty() {
                    parts.push((std::mem::take(&mut kind), hostile::words(&words)));
                }
                words.clear();
            }
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::InlineHtml(tag) if &*tag == "<br>" => words.push(' '),
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            _ => {}
        }
    }
    parts
}

/// All words of a page, part by part.
pub fn words(sheet: &Sheet) -> String {
    let parts = parts(&markdown::write(sheet)).into_iter();
    hostile::words(&parts.map(|(_, words)| words).collect::<Vec<_>>().join(" "))
}

fn plain(text: &str, tone: Tone) -> Sheet {
    let mut sheet = sheets::action_record(5);
    sheet.body.blocks = vec![Block::Text(Line::of(tone, text))];
    sheet
}

#[test]
fn a_hostile_text_comes_back_as_the_words_that_it_is() {
    for text in hostile::all() {
        for tone in [Tone::Text, Tone::Strong, Tone::Missing, Tone::Struck] {
            let markdown = markdown::write(&plain(text, tone));
            let paragraphs: Vec<_> = parts(&markdown).into_iter().map(|(_, words)| words).collect();
            assert_eq!(paragraphs[5], hostile::shown(text), "{tone:?} {text:?} in\n{markdown}");
            assert_eq!(paragraphs.len(), 7, "{text:?}");
        }
    }
}

#[test]
fn nothing_typed_becomes_markup_anywhere_on_a_page() {
    let markdown = markdown::write(&sheets::hostile_page());
    let known = ["<br>", "<strong>", "</strong>", "<del>", "</del>"];
    for event in events(&markdown) {
        match event {
            Event::InlineHtml(html) | Event::Html(html) => assert!(known.contains(&&*html), "{html}"),
            Event::Start(tag) => assert!(
                !matches!(
                    tag,
                    Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::CodeBlock(_)
                        | Tag::HtmlBlock
                        | Tag::Emphasis
                        | Tag::FootnoteDefinition(_)
                        | Tag::MetadataBlock(_)
                        | Tag::DefinitionList
                        | Tag::Superscript
                        | Tag::Subscript
                ),
                "{tag:?}"
            ),
            Event::FootnoteReference(note) => panic!("{note}"),
            Event::InlineMath(math) | Event::DisplayMath(math) => panic!("{math}"),
            Event::End(_)
            | Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
    // One table with one row a text, and as many headings as there are.
    let all = events(&markdown);
    let count = |wanted: fn(&Event<'_>) -> bool| all.iter().filter(|event| wanted(event)).count();
    let texts = hostile::all().count();
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::Table(_)))), 1);
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::TableRow))), texts);
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::TableCell))), 3 * (texts + 1));
    assert_eq!(count(|event| matches!(event, Event::TaskListMarker(true))), texts);
    assert_eq!(count(|event| matches!(event, Event::Start(Tag::Heading { .. }))), texts + 2);
}

#[test]
fn every_hostile_text_comes_back_from_cells_points_and_headings() {
    let markdown = markdown::write(&sheets::hostile_page());
    let parts = parts(&markdown);
    for text in hostile::all() {
        let shown = hostile::shown(text);
        let cell = format!("{shown} LATE");
        let count = |wanted: &str| parts.iter().filter(|(_, words)| words == wanted).count();
        assert!(count(&cell) >= 1, "a cell {text:?}");
        assert!(count(&format!("{shown} {shown}")) >= 1, "two lines of a cell {text:?}");
        assert!(count(&shown) >= 4, "paragraph, heading, point, callout {text:?}: {}", count(&shown));
        assert!(count(&format!("before{shown}behind")) >= 1 || shown != text, "within a line {text:?}");
    }
}

#[test]
fn a_text_that_runs_from_right_to_left_is_set_apart() {
    let markdown = markdown::write(&plain("by فاطمة (1)", Tone::Text));
    assert!(markdown.contains("\u{2068}by فاطمة (1)\u{2069}"), "{markdown}");
    assert!(!markdown::write(&plain("by Ἀθηνᾶ", Tone::Text)).contains('\u{2068}'));
}

#[test]
fn a_page_of_everything_reads_as_it_should() {
    insta::assert_snapshot!(markdown::write(&sheets::everything()));
}

#[test]
fn a_wide_table_is_a_list_a_row() {
    insta::assert_snapshot!(markdown::write(&sheets::action_record(6)));
}

#[test]
fn the_same_page_gives_the_same_text() {
    assert_eq!(markdown::write(&sheets::hostile_letter()), markdown::write(&sheets::hostile_letter()));
}
