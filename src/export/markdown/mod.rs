//! GitHub-flavoured Markdown: head and foot once, tables, and in each text every sign that could be taken for markup escaped, so
//! that what people typed is shown and never obeyed.

mod blocks;
mod inline;
mod table;

use super::around;
use crate::page::Line;
use crate::report::{Letterhead, Sheet};
use inline::{Begins, line, text};

/// The page as a text file in UTF-8, lines ended by line feeds.
pub fn write(sheet: &Sheet) -> String {
    let mut parts = bands(sheet);
    match &sheet.letter {
        Some(letter) => parts.extend(letterhead(letter)),
        None => parts.extend(head(sheet)),
    }
    parts.extend(blocks::of(&sheet.body.blocks, around::deeper(sheet)));
    parts.push("---".to_owned());
    parts.push(text(&around::foot(sheet), Begins::Line));
    parts.extend(bands(sheet));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn bands(sheet: &Sheet) -> Vec<String> {
    around::bands(sheet).into_iter().map(|band| line(&Line::strong(band), Begins::Line)).collect()
}

fn head(sheet: &Sheet) -> Vec<String> {
    let head = &sheet.head;
    vec![
        text(&head.organisation, Begins::Line),
        format!("# {}", text(&around::form(sheet), Begins::Within)),
        text(&around::case(sheet), Begins::Line),
        line(&head.title, Begins::Line),
        line(&head.clock, Begins::Line),
    ]
}

fn letterhead(letter: &Letterhead) -> Vec<String> {
    let mut parts = vec![inline::lines(&letter.from)];
    if letter.merged {
        parts.push(around::MERGED.iter().map(|field| format!("«{field}»")).collect::<Vec<_>>().join("\\\n"));
        parts.push(around::greeting(&format!("«{}»", around::MERGED[0])));
    }
    parts
}
