//! The facilitator's book: everything that a script holds, in the order in which it is played.

use super::evaluation::until;
use super::titled::{Of, day_and_time, paragraphs, titled};
use crate::base::ids::cited;
use crate::base::text::counted;
use crate::drill::script::{Binding, Expectation, PartPlan, Planned, plan};
use crate::page::{Block, Callout, Document, Line};

pub fn body(of: &Of<'_>) -> Document {
    let mut page = Document::default();
    let script = of.script;
    page.add(Block::Heading(1, script.title.as_str().into()));
    let says = "Everything that players must not see yet. They see only the sheet for players and what is sent.";
    page.add(Block::Callout(Callout::Warning, vec![Block::Text(says.into())]));
    page.labelled("For players it is called", script.players_title.as_str());
    page.labelled("Playbook", of.playbook.map_or("any", |playbook| playbook.title.as_str()));
    page.labelled("Begins, on the exercise clock", day_and_time(script.start));
    let (parts, injects) = (script.parts.len(), script.injects.len());
    page.labelled(
        "Planned",
        format!(
            "{} in {}, {}",
            counted(script.minutes as usize, "minute", "minutes"),
            counted(parts, "part", "parts"),
            counted(injects, "inject", "injects")
        ),
    );
    page.labelled("Script", format!("{}, SHA-256 {}", script.id, script.digest));
    page.add(Block::Heading(2, "Objectives".into()));
    let objective = |one: &crate::drill::script::Objective| {
        Line::from(one.text.as_str()).and(crate::page::Tone::Quiet, format!("  {}", cited(&one.cite)))
    };
    page.add(Block::List(script.objectives.iter().map(objective).collect()));
    people(of, &mut page);
    for (at, part) in plan(script).iter().enumerate() {
        page.add(Block::PageBreak);
        part_of(of, at, part, &mut page);
    }
    open_clauses(of, &mut page);
    page
}

fn people(of: &Of<'_>, page: &mut Document) {
    page.add(Block::Heading(2, "Who is who".into()));
    for role in &of.script.roles {
        let number = role.number.as_ref().map_or_else(String::new, |number| format!(", {number}"));
        page.labelled(&of.role(&role.role), format!("{}{number}", role.is.said()));
        if let Some(card) = &role.card {
            paragraphs(page, card);
        }
    }
    if let Some(briefing) = &of.script.briefing {
        page.add(Block::Heading(2, "Briefing, to be read out".into()));
        paragraphs(page, briefing);
    }
    if !of.script.rules.is_empty() {
        page.add(Block::Heading(2, "Rules".into()));
        page.add(Block::List(of.script.rules.iter().map(|rule| rule.as_str().into()).collect()));
    }
}

fn part_of(of: &Of<'_>, at: usize, planned: &PartPlan<'_>, page: &mut Document) {
    let part = planned.part;
    page.add(Block::Heading(2, format!("Part {}: {}", at + 1, part.title).into()));
    let minutes = counted(part.minutes as usize, "minute", "minutes");
    page.labelled("From", format!("{}, minute {}, for {minutes}", day_and_time(planned.begins), planned.minute));
    if let Some(text) = &part.text {
        paragraphs(page, text);
    }
    if !part.questions.is_empty() {
        page.labelled("Questions for the table", "");
        page.add(Block::List(part.questions.iter().map(|question| question.as_str().into()).collect()));
    }
    for inject in &planned.injects {
        one_inject(of, inject, page);
    }
}

fn one_inject(of: &Of<'_>, planned: &Planned<'_>, page: &mut Document) {
    let inject = planned.inject;
    let mut blocks = vec![Block::Heading(3, format!("{}  {}", inject.number, inject.title).into())];
    let mut says = |label: &str, text: String| blocks.push(Block::Labelled(label.to_owned(), text.into()));
    says("When", when(of, planned));
    says("Sent", format!("{} from {} to {}", inject.delivery.said(), inject.from, of.addressees(&inject.to)));
    if let Some(absent) = &inject.absent {
        says("Absent from now on", of.role(absent));
    }
    if let Some(gist) = &inject.gist {
        says("The screen says", gist.clone());
    }
    if !inject.files.is_empty() {
        says("With it", inject.files.join(", "));
    }
    // Whoever reads aloud finds the first words below the heading, not on the next page.
    begins(page, blocks, if inject.delivery.is_spoken() { "Read out" } else { "Players get" }, &inject.text);
    if let Some(notes) = &inject.notes {
        begins(page, Vec::new(), "For you", notes);
    }
    let expected: Vec<Line> = of.script.expected_of(inject.number).map(|one| expectation(of, one)).collect();
    if !expected.is_empty() {
        page.labelled("Expected", "");
        page.add(Block::List(expected));
    }
}

/// A text of several paragraphs below its heading, with the first of them on the same page.
fn begins(page: &mut Document, mut kept: Vec<Block>, heading: &str, text: &str) {
    kept.push(Block::Labelled(heading.to_owned(), "".into()));
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    kept.extend(lines.next().map(|line| Block::Text(line.into())));
    page.add(Block::Keep(kept));
    for line in lines {
        page.text(line);
    }
}

/// `Fri 13 Nov 2026 15:44 +11:00, minute 14`; of a contingency also what it waits for.
fn when(of: &Of<'_>, planned: &Planned<'_>) -> String {
    let at = planned.at.map(|(time, minute)| format!("{}, minute {minute}", day_and_time(time)));
    let Some(contingency) = &planned.inject.contingency else {
        return at.unwrap_or_else(|| "by hand".to_owned());
    };
    let waits = contingency.if_not_met.iter().filter_map(|id| of.script.expectation(id.as_str()));
    let waits: Vec<_> = waits.map(|one| format!("inject {}, {}", one.inject, one.text)).collect();
    let after = counted(contingency.after_minutes as usize, "minute", "minutes");
    let at = at.map_or_else(String::new, |at| format!(" By plan {at}."));
    format!("Offered {after} after, if not met: {}.{at}", waits.join("; "))
}

/// What is expected, by whom, until when, and by what it is seen.
fn expectation(of: &Of<'_>, one: &Expectation) -> Line {
    let by = one.by.as_ref().map_or_else(String::new, |role| format!(", by {}", of.role(role)));
    let seen = match &one.binding {
        Binding::Item(item) => format!("seen by the record of: {}", titled(of.playbook, item)),
        Binding::Meets(condition) => {
            let mut titles: Vec<_> =
                condition.root.subjects().iter().map(|one| titled(of.playbook, one.id())).collect();
            titles.dedup();
            format!("seen by the record of: {}", titles.join("; "))
        }
        Binding::Tried(tried) => format!("an attempt is enough: {}", titled(of.playbook, tried.id())),
        Binding::ByHand => "judged by you".to_owned(),
    };
    let figure = one.figure.map_or_else(String::new, |figure| format!(" Figure: {}.", figure.said()));
    let says = format!("{}{by}. Until: {}; {seen}.{figure}", one.text.trim_end_matches('.'), until(one));
    let cite = if one.cite.is_empty() { String::new() } else { format!("  {}", cited(&one.cite)) };
    Line::from(says).and(crate::page::Tone::Quiet, cite)
}

/// Which decisions of the policy the script does not try.
fn open_clauses(of: &Of<'_>, page: &mut Document) {
    let Some(playbook) = of.playbook else { return };
    let open: Vec<_> = of.script.decisions_not_cited(playbook).into_iter().cloned().collect();
    if !open.is_empty() {
        page.add(Block::Heading(2, "Decisions of the policy that nothing here tries".into()));
        page.text(cited(&open));
    }
}
