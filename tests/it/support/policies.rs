//! The page of policies: every clause of the bundled playbooks, and what carries it.

use super::tables::cell;
use breachbook::base::ClauseId;
use breachbook::base::text::counted;
use breachbook::playbook::bundled::{index, load_bundled};
use breachbook::playbook::model::Kind;
use breachbook::playbook::{Citing, Playbook, cited_by};
use std::fmt::Write as _;

const HEAD: &str = "\
# Policies: every clause, and what carries it

This page is generated from the bundled playbooks; `UPDATE_DOCS=1 cargo test --test it playbook::docs` writes it anew.

Each policy has two playbooks that share its clauses: one for the night, and a readiness review for the time before.
Clauses are told in our words; the identifier is ours, the place is that of the document. What carries a clause does its
work: it asks, tells, decides, tests, times or shows what the clause wants. `breachbook playbook show ID --json` lists the
same identifiers; those of questions, tasks, calls, decisions, documents and registers are what `breachbook record CASE` takes.
";

/// The id of each policy's playbook and how many clauses it has.
pub fn clauses() -> Vec<(String, usize)> {
    night().iter().map(|playbook| (playbook.id.to_string(), playbook.clauses.len())).collect()
}

fn night() -> Vec<Playbook> {
    index().iter().filter(|summary| summary.kind == Kind::Response).map(|one| bundled(&one.id)).collect()
}

/// The whole page.
pub fn page() -> String {
    let mut out = HEAD.to_owned();
    let night = night();
    for playbook in &night {
        let _ = writeln!(out, "\n- [{}](#{})", playbook.title, playbook.id);
    }
    let out = out.replace(")\n\n- [", ")\n- [");
    night.iter().fold(out, |mut out, playbook| {
        let review = playbook.review.as_ref().map(|id| bundled(id.as_str()));
        section(&mut out, playbook, review.as_ref());
        out
    })
}

fn bundled(id: &str) -> Playbook {
    load_bundled(id).and_then(|loaded| loaded.playbook).expect("the bundled playbooks load")
}

/// One policy: its document, counts, and a table of its clauses.
fn section(out: &mut String, playbook: &Playbook, review: Option<&Playbook>) {
    let source = &playbook.source;
    let version = source.version.as_ref().map_or_else(String::new, |version| format!(", version {version}"));
    let dated = source.dated.map_or_else(String::new, |day| format!(", {day}"));
    let _ = write!(
        out,
        "\n## {}\n\n{}.\nDocument: {}, {}{version}{dated}.\n\n- `{0}`: {}.\n",
        playbook.id,
        playbook.title,
        source.organisation,
        source.title,
        counts(playbook)
    );
    if let Some(review) = review {
        let _ = writeln!(out, "- `{}`: {}.", review.id, counts(review));
    }
    out.push_str("\n| Clause | Its place | In our words | What carries it |\n|---|---|---|---|\n");
    for clause in &playbook.clauses {
        let mut by = carriers(playbook, &clause.id);
        let in_review = review.map(|review| carriers(review, &clause.id)).filter(|by| !by.is_empty());
        if let Some(in_review) = in_review {
            let _ = write!(by, "; in the review: {in_review}");
        }
        row(out, &clause.id, &clause.at, &clause.text, &by);
    }
    let only = review.into_iter().flat_map(|review| review.clauses.iter().map(move |clause| (review, clause)));
    for (review, clause) in only.filter(|(_, clause)| playbook.clause(clause.id.as_str()).is_none()) {
        let by = format!("in the review: {}", carriers(review, &clause.id));
        row(out, &clause.id, &clause.at, &clause.text, &by);
    }
}

fn row(out: &mut String, id: &ClauseId, at: &str, text: &str, by: &str) {
    let _ = writeln!(out, "| {} | {} | {} | {} |", cell(id.as_str()), cell(at), cell(text), cell(by));
}

fn counts(playbook: &Playbook) -> String {
    [
        counted(playbook.clauses.len(), "clause", "clauses"),
        counted(playbook.items.len(), "item", "items"),
        counted(playbook.rules.len(), "rule", "rules"),
        counted(playbook.scales.len(), "scale", "scales"),
        counted(playbook.clocks.len(), "clock", "clocks"),
        counted(playbook.silences.len(), "silence", "silences"),
    ]
    .join(", ")
}

/// What cites a clause and does its work, by kind: "questions `a`, `b`; rule `c`".
fn carriers(playbook: &Playbook, clause: &ClauseId) -> String {
    let mut kinds: Vec<(&str, Vec<String>)> = Vec::new();
    let carries = |citing: &Citing<'_>| !matches!(citing.kind, "phase" | "local question");
    for Citing { kind, id } in cited_by(playbook, clause).into_iter().filter(carries) {
        let id = format!("`{id}`");
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, ids)) => ids.push(id),
            None => kinds.push((kind, vec![id])),
        }
    }
    let grouped = kinds.into_iter().map(|(kind, ids)| {
        let many = if ids.len() == 1 || kind == "help" { "" } else { "s" };
        format!("{kind}{many} {}", ids.join(", "))
    });
    grouped.collect::<Vec<_>>().join("; ")
}
