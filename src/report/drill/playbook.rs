//! What the drill says for the playbook: what applied and has no record, what was taken up again, and the silences that came up.

use super::made_from::Of;
use crate::judge::Standing;
use crate::page::{Block, Document, Line, Tone};
use crate::playbook::{Body, Item};
use crate::report::cells::clauses;

pub fn body(of: &Of<'_>, page: &mut Document) {
    let view = of.view;
    let open = view.items().filter(|(item, status)| {
        let wants = !matches!(item.body, Body::Prohibition(_)) && status.standing != Standing::Optional;
        wants && status.entry.is_none() && status.standing.is_open()
    });
    section(
        of,
        "Applied, and has no record",
        "Everything that applied has a record.",
        open.map(|(item, _)| item),
        page,
    );
    let again = view.playbook.items.iter().enumerate().filter(|(at, item)| {
        let picture = view.picture;
        let about = view.state.about(item.id.as_str());
        let twice = about.is_some_and(|about| {
            about.answers.all.len() > 1 || about.outcomes.all.len() > 1 || !about.undone.is_empty()
        });
        twice || !picture.marks_of(*at).is_empty() || !picture.fallen_of(*at).is_empty()
    });
    section(of, "Taken up again", "Nothing was taken up again.", again.map(|(_, item)| item), page);
    page.add(Block::Heading(3, "Silences met".into()));
    let met = view.playbook.silences.iter().zip(&view.picture.silences);
    let met = met.filter(|(silence, status)| status.decided.is_some() || status.is_asked(silence));
    let lines: Vec<Line> = met
        .map(|(silence, status)| {
            let word = if status.decided.is_some() { "decided" } else { "nobody decided" };
            Line::from(silence.topic.as_str()).and(Tone::Quiet, format!(", {word} "))
        })
        .collect();
    if lines.is_empty() {
        page.text("Nothing was to be decided where the policy is silent.");
    } else {
        page.add(Block::List(lines));
    }
}

fn section<'i>(of: &Of<'_>, title: &str, none: &str, items: impl Iterator<Item = &'i Item>, page: &mut Document) {
    page.add(Block::Heading(3, title.into()));
    let lines: Vec<Line> = items
        .map(|item| {
            let mut line = Line::from(item.title.trim_end_matches('.'));
            line.0.push(crate::page::Inline { text: " ".into(), tone: Tone::Quiet });
            line.0.extend(clauses(of.view, &item.cite).0);
            line
        })
        .collect();
    if lines.is_empty() {
        page.text(none);
    } else {
        page.add(Block::List(lines));
    }
}
