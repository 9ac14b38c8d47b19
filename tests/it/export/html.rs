//! HTML: well formed, nothing in it that could be run or loaded, every text as it was typed.

use super::read::{self, Event, attribute, opened};
use super::{hostile, sheets};
use breachbook::export::html;
use breachbook::page::{Block, Line, Tone};
use breachbook::report::Sheet;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Elements within a line.
const WITHIN: [&str; 6] = ["bdi", "strong", "span", "del", "mark", "wbr"];

pub fn words(sheet: &Sheet) -> String {
    read::all_words(&read::html(&html::write(sheet)), &WITHIN)
}

fn all() -> Vec<Sheet> {
    vec![sheets::action_record(12), sheets::everything(), sheets::hostile_page(), sheets::hostile_letter()]
}

#[test]
fn nothing_in_a_page_can_be_run_or_loaded() {
    let known = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "footer",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "span",
        "strong",
        "del",
        "mark",
        "bdi",
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
        "details",
        "summary",
        "svg",
        "desc",
        "line",
        "rect",
        "circle",
        "text",
        "path",
        "hr",
    ];
    let attributes = [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "class",
        "id",
        "scope",
        "dir",
        "role",
        "data-label",
        "viewBox",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "aria-hidden",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "width",
        "height",
        "d",
        "font-size",
        "text-anchor",
        "open",
    ];
    for sheet in all() {
        let events = read::html(&html::write(&sheet));
        for event in &events {
            if let Event::Open(name, own) = event {
                assert!(known.contains(&name.as_str()), "<{name}>");
                for (name, _) in own {
                    assert!(attributes.contains(&name.as_str()), "{name}");
                }
            }
        }
        for table in opened(&events, "th") {
            assert!(attribute(table, "scope").is_some(), "each heading of a table says of what");
        }
        assert_eq!(opened(&events, "html").next().and_then(|own| attribute(own, "lang")), Some("en"));
        assert_eq!(opened(&events, "table").count(), opened(&events, "caption").count());
    }
}

#[test]
fn only_its_own_style_is_allowed_and_it_loads_nothing() {
    for sheet in all() {
        let events = read::html(&html::write(&sheet));
        let metas: Vec<_> = opened(&events, "meta").collect();
        let policy = metas.iter().find(|own| attribute(own, "http-equiv") == Some("Content-Security-Policy")).unwrap();
        let policy = attribute(policy, "content").unwrap();
        let digest = policy.strip_prefix("default-src 'none'; style-src 'sha256-").unwrap();
        let digest = digest.strip_suffix("'; base-uri 'none'; form-action 'none'").unwrap();
        let at = events.iter().position(|event| matches!(event, Event::Open(name, _) if name == "style")).unwrap();
        let Event::Text(css) = &events[at + 1] else { panic!("a style") };
        assert_eq!(from_base64(digest), Sha256::digest(css.as_bytes()).to_vec());
        assert!(!css.contains("url(") && !css.contains("@import") && !css.contains("http") && !css.contains('<'));
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    let value = |sign: u8| match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let four = |four: &[u8]| four.iter().fold(0_u32, |bits, sign| bits << 6 | u32::from(value(*sign))).to_be_bytes();
    let mut bytes: Vec<u8> = text
        .trim_end_matches('=')
        .as_bytes()
        .chunks(4)
        .flat_map(|part| match part.len() {
            4 => four(part)[1..].to_vec(),
            3 => four(&[part[0], part[1], part[2], b'A'])[1..3].to_vec(),
            _ => four(&[part[0], part[1], b'A', b'A'])[1..2].to_vec(),
        })
        .collect();
    bytes.truncate(32);
    bytes
}

#[test]
fn every_hostile_text_comes_back_from_paragraphs_cells_and_headings() {
    let events = read::html(&html::write(&sheets::hostile_page()));
    let found = |name: &str| read::texts(&events, name);
    let (paragraphs, headings, cells, points, terms) = (found("p"), found("h3"), found("th"), found("li"), found("dd"));
    for text in hostile::all() {
        let shown = hostile::shown(text);
        assert!(paragraphs.contains(&shown), "a paragraph {text:?}");
        assert!(headings.contains(&shown), "a heading {text:?}");
        assert!(points.contains(&shown), "a point {text:?}");
        assert!(terms.contains(&shown), "behind a label {text:?}");
        assert!(
            cells.contains(&hostile::words(&format!("{shown}LATE"))) || cells.contains(&format!("{shown} LATE")),
            "{text:?}"
        );
    }
}

#[test]
fn a_text_that_runs_from_right_to_left_is_set_apart() {
    let mut sheet = sheets::action_record(5);
    let line = Line::from("by ").and(Tone::Strong, "فاطمة (1)").and(Tone::Text, " at Ἀθῆναι");
    sheet.body.blocks = vec![Block::Text(line)];
    let page = html::write(&sheet);
    assert!(page.contains("<p>by <strong><bdi dir=\"auto\">فاطمة (1)</bdi></strong> at Ἀθῆναι</p>"), "{page}");
}

#[test]
fn a_page_of_everything_has_its_elements() {
    let page = html::write(&sheets::everything());
    for part in [
        "<p class=\"band\">DRAFT, not approved: 1 of 5 required contents missing</p>",
        "<del>struck</del> (T. Lin 08:12: a slip)",
        "<mark>[not yet known: cause]</mark>",
        "<span class=\"box\" aria-hidden=\"true\">✓</span><span class=\"state\">done</span>",
        "<th scope=\"col\">What</th>",
        "<tr class=\"ruled\">",
        "<title id=\"f1title\">Timeline</title><desc id=\"f1words\">Two things happened",
        "&lt;02:21&gt; told &amp; heard</text>",
        "<details open=\"\"><summary>As a table</summary><table id=\"t2\">",
        "<svg class=\"squares\"",
        "@page { size: letter; margin",
        "counter(page) \" of \" counter(pages)",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(html::write(&sheets::action_record(5)).contains("@page { size: A4 landscape; margin"));
}

/// Contrast of two colours (WCAG 2.2, 1.4.3).
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let part = |from: usize| {
            let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn texts_stand_out_in_both_schemes() {
    let page = html::write(&sheets::everything());
    let colour = regex::Regex::new(r"--([a-z]+): (#[0-9a-f]{6})").unwrap();
    let schemes: Vec<BTreeMap<&str, &str>> = page
        .match_indices(":root {")
        .map(|(at, _)| {
            let inside = &page[at..at + page[at..].find('}').unwrap()];
            colour
                .captures_iter(inside)
                .map(|found| (found.get(1).unwrap().as_str(), found.get(2).unwrap().as_str()))
                .collect()
        })
        .collect();
    assert_eq!(schemes.len(), 2, "light and dark");
    for scheme in schemes {
        for text in ["text", "quiet", "alarm", "accent"] {
            assert!(contrast(scheme[text], scheme["paper"]) >= 4.5, "{text}");
        }
        assert!(contrast(scheme["text"], scheme["head"]) >= 4.5);
        assert!(contrast(scheme["marked"], scheme["mark"]) >= 4.5);
        assert!(contrast(scheme["line"], scheme["paper"]) >= 3.0, "lines");
    }
}
