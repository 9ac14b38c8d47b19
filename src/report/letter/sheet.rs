//! A letter on paper: the text that was drafted, or a look at what it would say now, and until it is approved what it still lacks.

use super::blocks::blocks;
use super::fill::fill;
use super::said::long_day;
use crate::case::Fact;
use crate::judge::evidence::texts::{self, Text};
use crate::judge::{Standing, View};
use crate::page::{Block, Callout, Document, Line, do_not, look_again};
use crate::playbook::item::Document as Body;
use crate::playbook::{Item, bundled};
use crate::report::document_parts::{clauses, plain, silences};
use crate::report::frame::letterhead;
use crate::report::missing::not_yet_known;
use crate::report::options::Options;
use crate::report::sheet::{Band, Sheet};

pub fn letter(view: &View<'_>, item: &Item, body: &Body, options: &Options) -> Sheet {
    let state = view.counting();
    let text = texts::latest(state, item.id.as_str()).last().copied();
    let approved = text.is_some_and(|text| texts::is_approved(state, &item.id, body, text.sha256));
    let sent = text.is_some_and(|text| was_sent(view, item, text));
    let mut page = Document::default();
    if !approved && !sent {
        let forbidden = do_not::lines(view).into_iter().map(Block::Text).collect::<Vec<_>>();
        if !forbidden.is_empty() {
            page.add(Block::Callout(Callout::DoNot, forbidden));
        }
    }
    page.append(words(view, item, body, text, options));
    if !approved {
        page.append(check_sheet(view, item, body, text));
    }
    let mut sheet = plain(view, item, options, page);
    if !approved {
        sheet.bands.push(Band::Draft(lacks(view, item, body)));
    }
    sheet.bands.extend(out_of_date(view, item, body, text));
    let reference = match text {
        Some(text) => format!("{} v{} · text {}", item.id, text.version, text.seal()),
        None => format!("{}, not drafted", item.id),
    };
    sheet.letter = Some(letterhead(options, reference, body.method.is_some()));
    sheet
}

fn was_sent(view: &View<'_>, item: &Item, text: Text<'_>) -> bool {
    let names = |at: &usize| matches!(&view.state.at(*at).fact, Fact::Sent { text_digest: Some(digest), .. } if digest == text.sha256);
    view.counting().sendings(item.id.as_str()).iter().any(names)
}

/// The very text that was drafted; before that, what it would say as the case stands.
fn words(view: &View<'_>, item: &Item, body: &Body, text: Option<Text<'_>>, options: &Options) -> Document {
    let mut page = Document::default();
    if let Some(text) = text {
        let day = view.now.zone.stamp(view.state.at(text.entry).at).date();
        page.text(long_day(view, day));
        match options.texts.get(text.sha256) {
            Some(words) => _ = page.append(blocks(words)),
            None => {
                let why = format!("The text of version {} is not in this copy of the case.", text.version);
                page.add(Block::Callout(Callout::Warning, vec![Block::Text(why.into())]));
            }
        }
        return page;
    }
    let chosen = view.knowledge().text_of(body);
    let source = chosen.as_ref().ok().and_then(|state| view.playbook.letters.text(&item.id, *state));
    match (source.map(|source| fill(view, body, source)), chosen) {
        (Some(Ok(filled)), _) => _ = page.append(blocks(&filled.words)),
        (Some(Err(_)), _) => _ = page.text("Its text has a mistake and cannot be filled."),
        (None, Err(waits)) => {
            page.text("It has several texts, and nobody knows yet which one holds. It waits for:");
            let titles = waits.iter().map(|subject| Line::from(view.playbook.subject_title(subject)));
            page.add(Block::List(titles.collect()));
        }
        (None, Ok(_)) => _ = page.text("There is no text for the case as it stands."),
    }
    page
}

/// `1 of 5 required contents missing`.
fn lacks(view: &View<'_>, item: &Item, body: &Body) -> Option<String> {
    let lacks = view.lacks_of(item).count();
    (lacks > 0).then(|| format!("{lacks} of {} required contents missing", body.contents.len()))
}

/// What whoever approves it looks through, a line each.
fn check_sheet(view: &View<'_>, item: &Item, body: &Body, text: Option<Text<'_>>) -> Document {
    let mut page = Document::default();
    let mut lines: Vec<Line> = Vec::new();
    let missing: Vec<usize> = view.lacks_of(item).collect();
    for (at, content) in body.contents.iter().enumerate() {
        let title = format!("{}{}", content.title.trim_end_matches('.'), clauses(&content.cite));
        let standing = view.playbook.position(content.from.as_str()).map(|at| view.picture.items[at].standing);
        lines.push(match standing {
            _ if missing.contains(&at) => {
                Line::from("Missing: ").and(crate::page::Tone::Missing, not_yet_known(&title).words())
            }
            Some(Standing::NotApplicable | Standing::RuledOut) => Line::from(format!("Does not apply: {title}")),
            Some(Standing::Pending) => Line::from(format!("Does it apply? Not known: {title}")),
            _ => Line::from(format!("There: {title}")),
        });
    }
    let by = approvers(view, item, body, text);
    lines.push(by.into());
    lines.push(match do_not::lines(view).len() {
        0 => "DO NOT in force: none".into(),
        some => format!("DO NOT in force: {some}, above the text").into(),
    });
    if is_own(view, item, body) {
        lines.push("The text is not the one that comes with this program.".into());
    }
    if let Some(to) = text.and_then(|text| differs(view, item, body, text)) {
        lines.push(Line::from(to));
    }
    page.add(Block::Heading(2, "Check sheet, not part of the letter".into()));
    page.add(Block::List(lines));
    page.append(silences(view, item, body));
    page
}

fn approvers(view: &View<'_>, item: &Item, body: &Body, text: Option<Text<'_>>) -> String {
    if body.approved_by.is_empty() {
        return "Approved by: the policy names nobody; whoever approves it decides outside the policy".into();
    }
    let awaited = text.map_or_else(
        || body.approved_by.iter().collect(),
        |text| texts::awaited(view.counting(), &item.id, body, text.sha256),
    );
    let each = body.approved_by.iter().map(|role| {
        let title = view.playbook.role_title(role.as_str());
        if awaited.contains(&role) { format!("{title}, not yet") } else { format!("{title}, yes") }
    });
    format!("Approved by: {}", each.collect::<Vec<_>>().join("; "))
}

/// Whether the organisation wrote the text itself.
fn is_own(view: &View<'_>, item: &Item, body: &Body) -> bool {
    let state = view.knowledge().text_of(body).ok().flatten();
    let ours = bundled::letters(view.playbook.id.as_str());
    let (here, ours) = (view.playbook.letters.text(&item.id, state), ours.text(&item.id, state).cloned());
    here.is_some_and(|here| ours.is_none_or(|ours| ours.text != here.text))
}

/// That the text does not say any more what is recorded.
fn differs(view: &View<'_>, item: &Item, body: &Body, text: Text<'_>) -> Option<String> {
    Some(match view.differs_from_draft(item, body, text.entry)? {
        Some(at) => {
            format!("Draft it again: {} says something else now", body.contents[at].title.trim_end_matches('.'))
        }
        None => "Draft it again: another text holds now".into(),
    })
}

/// That something says something else now than when this text was approved or sent.
fn out_of_date(view: &View<'_>, item: &Item, body: &Body, text: Option<Text<'_>>) -> Option<Band> {
    let (text, place) = (text?, view.playbook.position(item.id.as_str())?);
    let of_text = |at: &usize| match &view.state.at(*at).fact {
        Fact::Approved { text_digest, .. } => text_digest == text.sha256,
        Fact::Sent { text_digest, .. } => text_digest.as_deref() == Some(text.sha256),
        _ => true,
    };
    let marks = view.picture.marks_of(place).iter().filter(|mark| mark.entries.iter().any(of_text));
    let said: Vec<String> = marks.map(|mark| look_again::in_short(view, mark)).collect();
    let said = if said.is_empty() { differs(view, item, body, text)? } else { said.join("; ") };
    Some(Band::OutOfDate(said))
}
