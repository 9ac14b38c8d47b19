//! Every card of Now, on a walk through each playbook, at the three design sizes.

use crate::support::shown::is_shown;
use crate::support::stage::Stage;
use breachbook::base::text::inert_line;
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::page::card::Card;
use breachbook::page::item;
use breachbook::page::{Block, Document};
use breachbook::tui::keymap::Scope;
use breachbook::tui::{Role, Theme};

/// Every playbook of a policy.
const POLICIES: [&str; 5] = ["modot", "morenet", "msu", "shepherd", "trinity"];
/// Most words of a card that is folded, criteria apart.
const WORDS: usize = 45;

/// Cards with more words, because the policy's own words or its states take them. The list may only become shorter.
const LONGER: [&str; 7] = [
    "modot notify_leader",
    "modot nature",
    "morenet reliable_says",
    "msu security_code",
    "msu exception_found",
    "shepherd harm_reading",
    "shepherd residents_contradict",
];

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn document_words(document: &Document) -> usize {
    let of = |block: &Block| match block {
        Block::Heading(_, line) | Block::Text(line) | Block::Apart(line) => words(&line.words()),
        Block::Labelled(label, line) => words(label) + words(&line.words()),
        Block::Row(row) => words(&row.what.words()) + words(&row.word.words()),
        Block::Callout(_, inside) | Block::Keep(inside) => document_words(&inside.iter().cloned().collect()),
        Block::Does(all) => all.iter().map(|does| words(&does.label)).sum(),
        Block::List(points) => points.iter().map(|point| words(&point.words())).sum(),
        Block::Table(_) | Block::Figure(_) | Block::Sign(_) => panic!("a card has nothing that is laid out for paper"),
        Block::Gap | Block::Ruled(_) | Block::Qr(_) | Block::PageBreak => 0,
    };
    document.blocks.iter().map(of).sum()
}

/// The words of a card that stand on it before anything is unfolded.
fn folded(card: &Card) -> usize {
    let does: usize = card.does.iter().map(|does| words(&does.label)).sum();
    words(&card.kind) + words(&card.aside) + words(&card.title) + document_words(&card.detail) + does
}

/// Answers what stands on the card, one way or the other.
fn act(stage: Stage, at: usize) -> Stage {
    let Some(target) = stage.app.on_card() else { return stage };
    let case = stage.app.case().unwrap();
    let card = item::card(&case.view(), target);
    let presets: Vec<_> = card.does.iter().filter_map(|does| does.preset.as_deref()).collect();
    let keys = match presets.as_slice() {
        ["yes", ..] => ["y <enter>", "n <enter>", "y <enter>", "u <enter>"][at % 4].to_owned(),
        ["needed", ..] => "y <enter>".to_owned(),
        [] => "<enter>".to_owned(),
        some => (at % some.len().min(9) + 1).to_string(),
    };
    let mut stage = stage.keys(&keys);
    // What a form still wants is typed, and what it offers is taken.
    for _ in 0..12 {
        let shown = stage.text();
        assert!(!shown.contains("First record:"), "refused for want of another item:\n{shown}");
        stage = match stage.app.scope() {
            Scope::Pick => stage.keys("1 <enter>"),
            Scope::Line | Scope::Area => stage.keys(r#""10" <enter>"#),
            Scope::Card => stage.keys("<enter>"),
            Scope::YesNo => stage.keys("<esc>"),
            _ => break,
        };
    }
    stage.keys("<esc> <esc> g g")
}

/// What is wrong with a card at a size.
fn faults(stage: &mut Stage, at: (u16, u16), card: &Card) -> Vec<String> {
    let terminal = stage.draw();
    let buffer = terminal.backend().buffer();
    let shown = stage.text();
    let mut faults = Vec::new();
    let mut fault = |what: &str| faults.push(format!("{what} at {}x{}:\n{shown}", at.0, at.1));
    let row = |y: u16| (0..buffer.area.width).map(move |x| &buffer[(x, y)]);
    let selected = (0..buffer.area.height)
        .filter(|y| row(*y).any(|cell| Theme::role_of(cell.style()) == Some(Role::Selected)))
        .count();
    if selected > 1 {
        fault("more than one selected row");
    }
    // A key in the footer begins where the accent does.
    let foot: Vec<_> =
        row(buffer.area.height - 1).map(|cell| Theme::role_of(cell.style()) == Some(Role::Accent)).collect();
    let runs = foot.split(|accent| !accent).filter(|run| !run.is_empty()).count();
    let words_in_keys = shown.lines().last().unwrap_or_default().matches("y n u").count() * 2;
    if runs > 7 + words_in_keys {
        fault("more than six hints and the keys");
    }
    if !is_shown(&shown, &inert_line(&card.title)) {
        fault("the title is cut");
    }
    if let Some(number) =
        card.number.as_ref().map(breachbook::page::Line::words).filter(|number| number.contains("555-"))
    {
        match shown.matches(&number).count() {
            0 => fault("the number is cut"),
            1 => {}
            _ => fault("the number stands there twice"),
        }
    }
    faults
}

#[test]
fn every_card_of_a_walk_through_each_policy_is_whole_at_every_design_size() {
    let mut all = Vec::new();
    for policy in POLICIES {
        let mut stage = Stage::home().starts(policy);
        for at in 0..30 {
            let Some(target) = stage.app.on_card() else { break };
            let card = item::card(&stage.app.case().unwrap().view(), target);
            for size in [(80, 24), (120, 40), (60, 20)] {
                stage = stage.at(size.0, size.1);
                all.extend(faults(&mut stage, size, &card));
            }
            stage = act(stage.at(80, 24), at);
        }
    }
    assert!(all.is_empty(), "{} faults, the first:\n{}", all.len(), all[..all.len().min(3)].join("\n"));
}

fn cards<'a>(view: &'a View<'_>) -> impl Iterator<Item = (String, Card)> + 'a {
    let ids = view.playbook.items.iter().map(|item| item.id.to_string());
    let items = ids.enumerate().map(|(at, id)| (id, item::card(view, Target::Item(at))));
    let silences = view.playbook.silences.iter().enumerate().filter(|(_, silence)| silence.ask);
    items.chain(silences.map(|(at, silence)| (silence.id.to_string(), item::card(view, Target::Silence(at)))))
}

#[test]
fn a_folded_card_has_few_words_whatever_the_policy() {
    let mut longer = Vec::new();
    for policy in POLICIES {
        let stage = Stage::home().starts(policy);
        let view = stage.app.case().unwrap().view();
        let long = cards(&view).filter(|(_, card)| folded(card) > WORDS);
        longer.extend(long.map(|(id, card)| (format!("{policy} {id}"), folded(&card))));
    }
    let new: Vec<_> = longer.iter().filter(|(id, _)| !LONGER.contains(&id.as_str())).collect();
    assert!(new.is_empty(), "more than {WORDS} words: {new:?}");
    let cut: Vec<_> = LONGER.iter().filter(|known| longer.iter().all(|(id, _)| id != *known)).collect();
    assert!(cut.is_empty(), "short enough now, to be taken off the list: {cut:?}");
}
