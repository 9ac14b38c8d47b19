//! An inject as players get it: EXERCISE before and after, whom it comes from, and what it says. Only what went out is known here.

use super::{Block, Document, Does, Line, Row, Tone};
use crate::base::written::Word as _;
use crate::base::{Delivery, ItemId};
use crate::case::Fact;
use crate::judge::View;
use crate::playbook::Playbook;
use crate::record::verbs::message;

/// The word that stands before and after every inject.
pub const EXERCISE: &str = "EXERCISE";

/// What went out by an entry, and by what it is called.
struct Sent<'a> {
    number: &'a str,
    /// `IT Manager to Deputy`.
    whom: String,
    /// `by e-mail`; as it was recorded, where that is none of the known ways.
    how: &'a str,
    /// Its text; of a spoken one, what the screen says of it.
    says: &'a str,
    is_spoken: bool,
    files: &'a [String],
    absent: Option<&'a ItemId>,
}

fn sent<'a>(playbook: &Playbook, fact: &'a Fact) -> Option<Sent<'a>> {
    let Fact::Released { inject, from, to, delivery, text, gist, files, absent } = fact else { return None };
    let known = Delivery::of_word(delivery);
    let to: Vec<_> = to.iter().map(|to| role(playbook, to)).collect();
    let whom = if to.is_empty() { from.clone() } else { format!("{from} to {}", to.join(", ")) };
    let says = text.as_deref().or(gist.as_deref()).unwrap_or_default();
    Some(Sent {
        number: inject,
        whom,
        how: known.map_or(delivery.as_str(), |known| known.said()),
        says,
        is_spoken: known.is_some_and(Delivery::is_spoken) && text.is_none(),
        files,
        absent: absent.as_ref(),
    })
}

/// The title of a role; what is none stands as it was written.
pub fn role(playbook: &Playbook, written: &str) -> String {
    playbook.roles.iter().find(|role| role.id.as_str() == written).map_or(written, |role| &role.title).to_owned()
}

/// What it says, in paragraphs: the inject, that it is read out, its files, and who cannot be reached from now on.
fn says(view: &View<'_>, sent: &Sent<'_>) -> Vec<Block> {
    let mut blocks: Vec<_> = sent.says.split('\n').map(|line| Block::Text(Line::strong(line))).collect();
    if sent.is_spoken {
        blocks.push(Block::Text("It is spoken: the facilitator says it.".into()));
    }
    for file in sent.files {
        let (digest, name) = file.split_once(' ').unwrap_or((file, file));
        blocks.push(Block::Labelled("File".into(), format!("{name}, in the case as files/{digest}").into()));
    }
    if let Some(role) = sent.absent.map(|id| self::role(view.playbook, id.as_str())) {
        blocks.push(Block::Text(format!("{role} cannot be reached from now on.").into()));
    }
    blocks
}

/// The card that stands in Now's place until somebody takes the inject in; `left` more wait behind it.
pub fn card(view: &View<'_>, at: usize, left: usize) -> Document {
    let mut page = Document::default();
    let Some(sent) = sent(view.playbook, &view.state.at(at).fact) else { return page };
    let clock = view.state.at(at).at.clock_in(view.now);
    let more = if left > 0 { format!(", {left} more") } else { String::new() };
    page.add(Row::sides(Line::strong(format!("{EXERCISE} · INJECT {}{more}", sent.number)), clock).into());
    page.gap().text(Line::quiet(format!("{}, {}", sent.whom, sent.how))).gap();
    page.blocks.extend(says(view, &sent));
    page.gap();
    page.add(Block::Does(vec![Does { verb: &message::VERB, preset: None, label: "taken in, go on".into() }]));
    page.gap().text(Line::strong(EXERCISE));
    page
}

/// The same in three lines: what it is, what it says, and the word again.
pub fn lines(view: &View<'_>, at: usize) -> Vec<String> {
    let Some(sent) = sent(view.playbook, &view.state.at(at).fact) else { return Vec::new() };
    let clock = view.state.at(at).at.clock_in(view.now);
    let says: Vec<_> = says(view, &sent).iter().map(words).filter(|words| !words.is_empty()).collect();
    vec![
        format!("{EXERCISE}. Inject {}, {clock}. {}, {}.", sent.number, sent.whom, sent.how),
        says.join(" "),
        format!("{EXERCISE}. End of inject {}. The next line says that it was taken in.", sent.number),
    ]
}

fn words(block: &Block) -> String {
    match block {
        Block::Text(line) => line.words(),
        Block::Labelled(label, line) => format!("{label}: {}.", line.words()),
        _ => String::new(),
    }
}

/// For the projector: the inject without its keys.
pub fn shown(view: &View<'_>, at: usize) -> Document {
    let mut page = Document::default();
    if let Some(sent) = sent(view.playbook, &view.state.at(at).fact) {
        page.text(Line::quiet(format!("{}, {}", sent.whom, sent.how)));
        page.blocks.extend(says(view, &sent));
    }
    page
}

/// Everything about it on Record, struck out or not.
pub fn on_record(view: &View<'_>, at: usize) -> Document {
    let counts = view.state.counts(at);
    let mut page = Document::default();
    page.text(Line::strong(EXERCISE));
    for block in shown(view, at).blocks {
        page.add(match block {
            Block::Text(line) if !counts => Block::Text(Line::of(Tone::Struck, line.words())),
            other => other,
        });
    }
    page.text(Line::strong(EXERCISE));
    page
}
