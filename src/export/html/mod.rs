//! One HTML file without script: what is not in it cannot be loaded, and its policy of content says so to the browser.

mod blocks;
mod figure;
mod inline;
mod style;
mod table;

use super::around;
use crate::page::Line;
use crate::report::Sheet;
use blocks::Body;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The page as a text file in UTF-8.
pub fn write(sheet: &Sheet) -> String {
    let mut body = Body::new(sheet);
    let main = body.blocks(&sheet.body.blocks);
    let css = style::of(sheet, &body.widths);
    let policy =
        format!("default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'", style::digest(&css));
    let page = html! {
        (DOCTYPE)
        html lang=(sheet.lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (inline::plain(&title(sheet))) }
                style { (PreEscaped(css)) }
            }
            body {
                (bands(sheet))
                header { (head(sheet)) }
                main { (main) }
                footer {
                    p { (inline::text(&around::foot(sheet))) }
                    (bands(sheet))
                }
            }
        }
    };
    page.into_string() + "\n"
}

fn title(sheet: &Sheet) -> String {
    let form = around::form(sheet);
    if sheet.head.case.is_empty() { form } else { format!("{form}, {}", sheet.head.case) }
}

fn bands(sheet: &Sheet) -> Markup {
    html! { @for band in around::bands(sheet) { p.band { (inline::text(&band)) } } }
}

fn head(sheet: &Sheet) -> Markup {
    let head = &sheet.head;
    let line = |line: &Line| html! { @if !line.0.is_empty() { p { (inline::line(line)) } } };
    if let Some(letter) = &sheet.letter {
        return html! {
            div.letterhead { @for from in &letter.from { p { (inline::line(from)) } } }
            @if letter.merged {
                div.address { @for field in around::MERGED { p { "«" (field) "»" } } }
                p { (around::greeting(&format!("«{}»", around::MERGED[0]))) }
            }
        };
    }
    html! {
        div.top {
            p { (inline::text(&head.organisation)) }
            h1 { (inline::text(&around::form(sheet))) }
            p { (inline::text(&around::case(sheet))) }
        }
        (line(&head.title))
        (line(&head.clock))
    }
}
