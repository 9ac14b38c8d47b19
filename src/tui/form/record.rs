//! The form of a verb: its fields are what the verb asks now, and it is asked again after each choice. Knows kinds of fields, not verbs.

use super::{Field, Fill, Form, Kind, Pick};
use crate::judge::View;
use crate::page::preface::{self, Tone};
use crate::record::common::SETTLES;
use crate::record::field::Argument;
use crate::record::{self, Ask, Asked, Draft, FieldKind, Offer, VERBS};
use crate::tui::theme::Role;

/// The choice of another verb for the same thing.
const WAY: &str = "way";

impl Form {
    /// The form that a draft opens. What the draft holds already stands in it, as if the program had offered it.
    pub fn of(view: &View<'_>, draft: &Draft) -> Self {
        let asked = record::ask(view, draft);
        let mut form = Self::new(Kind::Record(draft.verb, draft.on.clone()), draft.verb.title, fields(draft, &asked));
        form.take_words(view, &asked);
        let first = draft.verb.fields.first().filter(|_| draft.text(&SETTLES).is_none());
        form.asked = first.and_then(|first| Some((first.name, draft.given(first)?.to_owned())));
        let is_empty = |field: &&&'static crate::record::Field| draft.given(field).is_some_and(str::is_empty);
        form.opened_for = draft.verb.fields.iter().filter(is_empty).copied().collect();
        let places = form.fields.iter().filter_map(|field| field.record.clone()).filter(|place| place.1.is_some());
        form.begun = places.filter(|place| draft.given_at(place).is_some_and(|text| !text.is_empty())).collect();
        // A row begins at its first cell.
        if form.fields.first().is_none_or(|field| field.record.as_ref().is_none_or(|(_, column)| column.is_none())) {
            form.goes_on();
        }
        form.tells_of_rows();
        form
    }

    /// Leaves only these fields to be filled in; what stands in the others stays, and goes with them.
    pub(in crate::tui) fn asks_only(&mut self, asked: &[&'static record::Field]) {
        self.only = asked.to_vec();
        self.hide_the_rest();
        self.focus = self.fields.iter().position(|field| !field.hidden).unwrap_or(0);
    }

    fn hide_the_rest(&mut self) {
        if self.only.is_empty() {
            return;
        }
        for field in &mut self.fields {
            let stays = field.record.as_ref().is_some_and(|(known, _)| self.only.contains(known));
            field.hidden |= !stays;
        }
    }

    /// Begins in this field; what stands in the others stays until somebody changes it.
    pub(in crate::tui) fn begins_with(&mut self, begins: &'static record::Field) {
        let filled = self.fields.iter().filter(|field| !field.input.text().is_empty());
        self.begun.extend(filled.filter_map(|field| field.record.clone()));
        let known = |field: &Field| field.record.as_ref().is_some_and(|(known, _)| *known == begins);
        self.focus = self.fields.iter().position(known).unwrap_or(self.focus);
    }

    /// A draft that was kept is opened by a key that names a choice: that counts over the one in the draft.
    pub(in crate::tui) fn asks_as(&mut self, fresh: &Self, view: &View<'_>) {
        if let Some((name, value)) = &fresh.asked {
            self.choose(name, value);
            self.ask_again(view);
        }
    }

    fn take_words(&mut self, view: &View<'_>, asked: &Asked) {
        if !asked.title.is_empty() && self.only.is_empty() {
            self.title.clone_from(&asked.title);
        }
        self.begins = asked.begins.map(|begins| begins.name);
        if super::super::put_right::corrects(self).is_some() {
            self.title = format!("CORRECT · {}", self.title);
        }
        self.button = if asked.button.is_empty() { "Record" } else { asked.button };
        let said = asked.above.iter().flat_map(|preface| preface::said(view, preface));
        self.about = said.filter(|(_, text)| !text.is_empty()).map(|(tone, text)| (role(tone), text)).collect();
    }

    /// The draft that the form holds; none where it records nothing.
    pub fn draft(&self) -> Option<Draft> {
        let Kind::Record(verb, on) = &self.kind else { return None };
        let mut draft = Draft::new(verb, on.clone());
        draft.staged.clone_from(&self.found);
        for field in &self.fields {
            let Some(known) = &field.record else { continue };
            let text = field.input.text();
            // What was there and was taken out is not known; it is not filled in again.
            if !text.trim().is_empty() || !field.initial.is_empty() {
                draft.give_at(known, text);
            }
        }
        Some(draft)
    }

    /// Asks again what means something now. What was typed stays; what was only offered follows.
    pub(in crate::tui) fn ask_again(&mut self, view: &View<'_>) {
        let Some(mut draft) = self.draft() else { return };
        let way = self.text(WAY);
        if let Some(verb) = VERBS.into_iter().find(|verb| verb.word == way && *verb != draft.verb) {
            draft = draft.by_verb(verb);
            self.kind = Kind::Record(verb, draft.on.clone());
        }
        // What nobody touched is not taken for typed.
        for field in self.fields.iter().filter(|field| field.input.text() == field.initial) {
            // What a key chose stays chosen.
            let stays = |kind| matches!(field.input, Fill::Pick(_)) || kind == FieldKind::Entry;
            let known = field.record.as_ref().filter(|known| !stays(known.0.kind));
            if let Some(known) = known.filter(|known| !self.begun.contains(known)) {
                draft.take_back(known);
            }
        }
        for field in self.opened_for.iter().filter(|field| draft.given(field).is_none()).collect::<Vec<_>>() {
            draft.give(field, String::new());
        }
        let asked = record::ask(view, &draft);
        let at = self.fields.get(self.focus).map(Field::key_of);
        let mut fresh = fields(&draft, &asked);
        for new in &mut fresh {
            let old = self.fields.iter().find(|old| old.key_of() == new.key_of());
            if let Some(old) = old.filter(|old| old.input.text() != old.initial || Some(old.key_of()) == at) {
                let choices = match (&new.input, &old.input) {
                    (Fill::Pick(new), Fill::Pick(old)) => new.options == old.options,
                    (Fill::Pick(_), _) | (_, Fill::Pick(_)) => false,
                    _ => true,
                };
                if choices {
                    new.input = old.input.clone();
                    (new.initial, new.offered) = (old.initial.clone(), old.offered);
                } else if let Fill::Pick(pick) = &mut new.input {
                    pick.restore(&old.input.text());
                }
            }
        }
        let there = at.and_then(|key| fresh.iter().position(|field| field.key_of() == key));
        self.fields = fresh;
        self.hide_the_rest();
        self.take_words(view, &asked);
        self.focus = there.unwrap_or_else(|| self.focus.min(self.fields.len()));
        self.puts_back();
    }
}

/// How loud a preface is drawn.
fn role(tone: Tone) -> Role {
    match tone {
        Tone::Text | Tone::Notice | Tone::Suggested => Role::Text,
        Tone::Quiet | Tone::Settled => Role::Quiet,
        Tone::Alarm => Role::Alarm,
    }
}

fn fields(draft: &Draft, asked: &Asked) -> Vec<Field> {
    let mut fields = Vec::new();
    if asked.ways.len() > 1 {
        let ways = asked.ways.iter().map(|(verb, label)| (verb.word.to_owned(), (*label).to_owned(), None));
        fields.push(Field::pick(WAY, "What to do", Pick::one(ways.collect()).on(draft.verb.word)));
    }
    fields.extend(asked.asks.iter().map(|ask| {
        field(ask, draft.given_at(&ask.place()).filter(|text| !text.trim().is_empty()).unwrap_or(ask.offered()))
    }));
    fields
}

fn field(ask: &Ask, holds: &str) -> Field {
    let options = || {
        let option = |choice: &record::Choice| (choice.id.clone(), choice.label.clone(), choice.more.clone());
        ask.choices.iter().map(option).collect::<Vec<_>>()
    };
    let name = ask.field.name;
    let mut field = match ask.kind {
        FieldKind::Many => {
            let alone = (0..ask.choices.len()).filter(|at| ask.choices[*at].alone).collect();
            let mut pick = Pick::many(options(), alone);
            pick.restore(holds);
            pick.at = None;
            Field::pick(name, &ask.label, pick)
        }
        FieldKind::Pick | FieldKind::Switch if !ask.choices.is_empty() => {
            let typed = ask.chosen(holds);
            let begins = |choice: &&record::Choice| typed.len() == 1 && choice.id.starts_with(&typed.to_lowercase());
            let letter = ask.choices.iter().find(begins).filter(|_| ask.choices.iter().all(|one| one.id != typed));
            Field::pick(name, &ask.label, Pick::one(options()).on(letter.map_or(&typed, |choice| &choice.id)))
        }
        FieldKind::Words => Field::area(name, &ask.label, holds),
        _ => Field::line(name, &ask.label, holds),
    };
    field.record = Some(ask.place());
    field.hint = ask.hint.clone().into_owned();
    ask.example.clone_into(&mut field.example);
    field.required = ask.needed;
    field.stop = matches!(ask.offer, Offer::ToBeRead(_));
    field.extra = ask.aside && ask.kind != FieldKind::Entry;
    // A switch without a choice is on, for whoever has the form before their eyes.
    // What is put right stands above the fields.
    field.hidden = ask.kind == FieldKind::Entry || ask.kind == FieldKind::Switch && ask.choices.is_empty();
    field.own = ask.field.argument == Argument::Boxes && ask.choices.is_empty();
    field
}
