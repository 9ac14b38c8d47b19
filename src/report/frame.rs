//! What stands around a page: bands, head and foot, and the seals of the record at its end.

use super::options::Options;
use super::page_id::PageId;
use super::sheet::{Band, Foot, Form, Head, Letterhead, Profile, Sheet, Size};
use crate::base::text::counted;
use crate::journal::{Mode, Seal};
use crate::judge::View;
use crate::page::{Block, Callout, Document, Line, clock};
use crate::playbook::Playbook;
use crate::playbook::model::Source;

/// Handled so, where nothing else is said.
const HANDLING: &str = "Confidential";

/// The page of a case, whole.
pub fn page(view: &View<'_>, id: &PageId, options: &Options, body: Document) -> Sheet {
    let form = Form { id: id.name().to_owned(), number: id.number(), version: 1 };
    let mut sheet = around(view, form, id.title(view.playbook), options, body);
    sheet.landscape = id.is_landscape();
    sheet
}

/// What stands around any page or document of a case.
pub fn around(view: &View<'_>, form: Form, title: String, options: &Options, body: Document) -> Sheet {
    let mut bands = Vec::new();
    if view.mode == Mode::Exercise {
        bands.push(Band::Exercise);
    }
    if options.profile == Profile::Released {
        bands.push(Band::Released);
    }
    Sheet {
        form,
        title,
        lang: "en",
        bands,
        head: head(view, options),
        foot: foot(view, options),
        size: size(view.playbook, options),
        landscape: false,
        profile: options.profile,
        letter: None,
        body,
    }
}

/// The sheet of a form without a case.
pub fn blank(playbook: &Playbook, id: &PageId, options: &Options, body: Document) -> Sheet {
    let title = id.title(playbook);
    let form = Form { id: id.name().to_owned(), number: id.number(), version: 1 };
    Sheet { landscape: id.is_landscape(), ..blank_around(playbook, form, title, options, body) }
}

/// The same around any form.
pub fn blank_around(playbook: &Playbook, form: Form, title: String, options: &Options, body: Document) -> Sheet {
    Sheet {
        form,
        title,
        lang: "en",
        bands: vec![Band::Blank],
        head: Head {
            organisation: organisation(playbook, options),
            mode: "LIVE or EXERCISE (cross out one)".into(),
            handling: handling(options),
            title: "form ____ no. ____".into(),
            clock: "incident ____________________".into(),
            ..Head::default()
        },
        foot: Foot {
            as_of: "filled in on ____________________".into(),
            times: "times as on the watch of ____________________".into(),
            policy: policy(&playbook.source),
            ..Foot::default()
        },
        size: size(playbook, options),
        landscape: false,
        profile: Profile::Full,
        letter: None,
        body,
    }
}

/// What stands above a letter: who writes, and which text it is.
pub fn letterhead(options: &Options, reference: String, merged: bool) -> Letterhead {
    Letterhead { from: options.letterhead.iter().map(|line| line.as_str().into()).collect(), reference, merged }
}

pub fn organisation(playbook: &Playbook, options: &Options) -> String {
    options.organisation.clone().unwrap_or_else(|| playbook.source.organisation.clone())
}

fn handling(options: &Options) -> String {
    options.handling.clone().unwrap_or_else(|| HANDLING.to_owned())
}

fn head(view: &View<'_>, options: &Options) -> Head {
    let title = view.state.opening.as_ref().map(|opening| Line::from(opening.title.as_str()));
    Head {
        organisation: organisation(view.playbook, options),
        mode: match view.mode {
            Mode::Live => "LIVE".into(),
            Mode::Exercise => "EXERCISE EXERCISE EXERCISE".into(),
        },
        case: options.case.clone(),
        handling: handling(options),
        title: title.unwrap_or_else(|| super::missing::not_yet_known("title of the case")),
        clock: clock::next(view),
    }
}

fn foot(view: &View<'_>, options: &Options) -> Foot {
    let all: Vec<usize> = (0..view.state.log.len()).collect();
    let entry = view.state.last_of(&all).map(|at| view.state.name(at));
    let at = view.now.zone.stamp(view.now.at);
    let moment = at.instant().format("%-d %b %Y %H:%M").to_string();
    Foot {
        as_of: entry.map_or_else(|| format!("as of {moment}"), |entry| format!("as of {entry}, {moment}")),
        times: format!("times {}", at.instant().format("%:z")),
        seal: format!("case seal {}", seal_and_journals(options)),
        policy: policy(&view.playbook.source),
        moment_ms: at.instant().timestamp_millis(),
    }
}

/// `7AB4-TXPK-2S80-RYAD (3 journals)`.
pub fn seal_and_journals(options: &Options) -> String {
    let journals = counted(options.heads.len(), "journal", "journals");
    format!("{} ({journals})", Seal::of_case(&options.heads).short())
}

/// `POL04 1.0, 21 Aug 2018`: as far as the policy says so of itself.
pub fn policy(source: &Source) -> String {
    let version = source.version.as_ref().map_or_else(String::new, |version| format!(" {version}"));
    let dated = source.dated.map_or_else(String::new, |day| day.format(", %-d %b %Y").to_string());
    format!("{}{version}{dated}", source.title)
}

pub fn size(playbook: &Playbook, options: &Options) -> Size {
    let american = playbook.jurisdiction.split(['-', ' ', ',']).next() == Some("US");
    options.size.unwrap_or(if american { Size::Letter } else { Size::A4 })
}

/// What ends a page: from which blocks it was made, and what it is not.
pub fn seals(options: &Options) -> Block {
    let mut blocks = vec![Block::Heading(3, "The record that this was made from".into())];
    for head in &options.heads {
        let (run, entry) = (head.session.as_str(), head.seq);
        blocks.push(Block::Text(format!("Run {run}, entry {entry}").into()));
        blocks.push(Block::Apart(Line::quiet(head.seal.to_string())));
    }
    let damage = options.damage.iter().map(|one| Block::Text(one.to_string().into()));
    if !options.damage.is_empty() {
        blocks.push(Block::Callout(Callout::Warning, damage.collect()));
    }
    let case = Seal::of_case(&options.heads);
    blocks.push(Block::Labelled("Case seal".into(), case.short().into()));
    blocks.push(Block::Apart(Line::quiet(case.to_string())));
    blocks.push(Block::Callout(Callout::NotLegal, vec![Block::Text("Not legal advice.".into())]));
    Block::Keep(blocks)
}
