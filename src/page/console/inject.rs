//! One inject whole: what is read out or handed over, what only the facilitator knows of it, what is expected.

use super::Board;
use super::expected::told;
use super::injects::{title, word};
use crate::case::Fact;
use crate::drill::plan::Slot;
use crate::drill::script::Addressee;
use crate::page::document::{Block, Document};
use crate::page::line::Line;

pub fn inject(board: &Board<'_>, slot: &Slot<'_>) -> Document {
    let mut page = Document::default();
    page.add(Block::Heading(2, Line::strong(format!("{}  {}  ({})", slot.number, title(board, slot), word(slot)))));
    page.append(text(board, slot));
    let number = slot.inject.map(|inject| inject.number);
    let own = board.course.expected.iter().filter(|one| Some(one.of(board.played.script).inject) == number);
    for one in own {
        page.add(told(board, one).into());
    }
    page
}

/// What is read out or handed over, and what only the facilitator knows of it.
pub fn text(board: &Board<'_>, slot: &Slot<'_>) -> Document {
    let mut page = Document::default();
    let Some(inject) = slot.inject else {
        let sent = slot.sent.map(|at| board.played.case.at(at));
        if let Some(Fact::Released { from, to, delivery, text, gist, .. }) = sent.map(|recorded| &recorded.fact) {
            let said = crate::page::drill_words::spoken(delivery);
            page.text(format!("{from} to {}, {said}.", to.join(", ")));
            page.labelled("Players got", text.as_ref().or(gist.as_ref()).cloned().unwrap_or_default());
        }
        return page;
    };
    let whom = |to: &Addressee| match to {
        Addressee::Role(id) => board.played.playbook.role_title(id.as_str()).to_owned(),
        Addressee::Words(words) => words.clone(),
    };
    let to: Vec<_> = inject.to.iter().map(whom).collect();
    page.text(format!("{} to {}, {}.", inject.from, to.join(", "), inject.delivery.said()));
    if inject.delivery.is_spoken() {
        page.labelled("Read out", inject.text.as_str());
        page.labelled("Players see", inject.gist.as_deref().unwrap_or("only that it came"));
    } else {
        page.labelled("Players get", inject.text.as_str());
    }
    if let Some(absent) = &inject.absent {
        page.labelled("From then on absent", board.played.playbook.role_title(absent.as_str()));
    }
    if !inject.files.is_empty() {
        page.labelled("Files", inject.files.join(", "));
    }
    if let Some(notes) = &inject.notes {
        page.labelled("Notes", notes.as_str());
    }
    if let Some(reason) = &slot.reason {
        page.labelled("Why", reason.as_str());
    }
    let questions = &board.played.script.part_of(inject).questions;
    if !questions.is_empty() {
        page.labelled("The part's questions", questions.join(" "));
    }
    page
}
