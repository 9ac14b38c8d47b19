//! A document of the playbook: one without a text prints itself from its contents, one with a text is a letter.

use super::cells::by;
use super::document_parts::{clauses, plain, silences};
use super::letter::{letter, said};
use super::missing::not_yet_known;
use super::options::Options;
use super::sheet::{Band, Sheet};
use crate::base::ItemId;
use crate::case::{CallOutcome, Fact};
use crate::judge::evidence::texts;
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::page::{Block, Document, Line, look_again, state};
use crate::playbook::item::{Content, Document as Body};
use crate::playbook::{self, Item};

/// A document as the case stands; `None` where the playbook has none of this id.
pub fn sheet(view: &View<'_>, id: &ItemId, options: &Options) -> Option<Sheet> {
    let item = view.playbook.item(id.as_str())?;
    let playbook::Body::Document(body) = &item.body else { return None };
    let drafted = !texts::texts(view.counting(), id.as_str()).is_empty();
    if drafted || view.playbook.letters.has(id) {
        return Some(letter(view, item, body, options));
    }
    let mut sheet = plain(view, item, options, itself(view, item, body));
    sheet.bands.extend(out_of_date(view, item));
    Some(sheet)
}

/// That something in it says something else now than when it went out.
fn out_of_date(view: &View<'_>, item: &Item) -> Option<Band> {
    let marks = view.picture.marks_of(view.playbook.position(item.id.as_str())?);
    let said: Vec<String> = marks.iter().map(|mark| look_again::in_short(view, mark)).collect();
    (!said.is_empty()).then(|| Band::OutOfDate(said.join("; ")))
}

/// The whole layout of a document without a text.
fn itself(view: &View<'_>, item: &Item, body: &Body) -> Document {
    let mut page = Document::default();
    let to: Vec<_> = body.to.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
    page.labelled("To", to.join(" · "));
    page.labelled("From", "____________________  name and role");
    for (at, content) in body.contents.iter().enumerate() {
        page.add(Block::Heading(
            2,
            Line::from(numbered(at, content)).and(crate::page::Tone::Quiet, clauses(&content.cite)),
        ));
        page.append(supplied(view, content));
    }
    page.append(silences(view, item, body));
    let slots = body.to.iter().map(|role| acknowledged(view, body, role));
    page.add(Block::Sign(slots.collect()));
    page
}

pub(super) fn numbered(at: usize, content: &Content) -> String {
    format!("{}  {}", at + 1, content.title.trim_end_matches('.'))
}

/// What a content says, and where that is from; missing, it says so, and who is asked for it.
fn supplied(view: &View<'_>, content: &Content) -> Document {
    let mut page = Document::default();
    let Some(at) = view.playbook.position(content.from.as_str()) else { return page };
    let (from, status) = (&view.playbook.items[at], &view.picture.items[at]);
    if matches!(status.standing, Standing::NotApplicable | Standing::RuledOut) {
        page.text(Line::quiet(format!("Not part of this report: {}.", state::stands(view, Target::Item(at)).word)));
        return page;
    }
    let Some(words) = said(view, &content.from) else {
        page.text(not_yet_known(&format!("{}{}", content.title.trim_end_matches('.'), clauses(&content.cite))));
        let asked = match status.standing {
            Standing::Pending => format!("Nobody knows yet whether this applies: {}", from.title),
            _ => format!("It comes from: {}", from.title),
        };
        page.text(Line::quiet(asked));
        return page;
    };
    for line in words.lines().filter(|line| !line.trim().is_empty()) {
        page.text(line.trim());
    }
    if let Some(entry) = status.entry.or_else(|| view.counting().counting(content.from.as_str()).next_back()) {
        let recorded = view.state.at(entry);
        let when = recorded.happened().short_in(view.now);
        page.text(Line::quiet(format!("{}, {when}, {}", by(recorded).words(), view.state.name(entry))));
    }
    page
}

/// A slot for a role that receives it, with when it was told.
fn acknowledged(view: &View<'_>, body: &Body, role: &ItemId) -> Line {
    let awaited = body.final_when.iter().flat_map(|until| until.root.subjects());
    let awaited: Vec<ItemId> = awaited.map(|subject| subject.id().clone()).collect();
    let calls = awaited.iter().filter_map(|id| view.playbook.item(id.as_str()));
    let of_role = calls.filter(|item| matches!(&item.body, playbook::Body::Call(call) if call.role == *role));
    let reached = of_role.filter_map(|item| {
        let attempts = view.counting().attempts(item.id.as_str());
        let reached =
            |at: &&usize| matches!(view.state.at(**at).fact, Fact::Called { outcome: CallOutcome::Reached, .. });
        attempts.iter().rev().find(reached).copied()
    });
    let title = format!("Acknowledged: {}", view.playbook.role_title(role.as_str()));
    match reached.max() {
        Some(at) => {
            let when = view.state.at(at).happened().short_in(view.now);
            Line::from(title).and(crate::page::Tone::Quiet, format!(" [told {when}, {}]", view.state.name(at)))
        }
        None => Line::from(title).and(crate::page::Tone::Quiet, " [not yet told]"),
    }
}
