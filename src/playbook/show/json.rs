//! `playbook show --json`. The shape is `playbook/1`: that of the playbook itself; keys without a value are left out.

use super::arising::may_not_arise;
use super::cited_by;
use crate::base::written::object;
use crate::base::{ClauseId, ItemId};
use crate::playbook::again::Again;
use crate::playbook::condition::Condition;
use crate::playbook::counts::Counts;
use crate::playbook::facts::Facts;
use crate::playbook::item::Hold;
use crate::playbook::item::{self, Body};
use crate::playbook::model::{self, Kind, Phase, Playbook, Source};
use crate::playbook::reference::{Clock, Definition, Faq, Readiness, Reference, Role, Silence};
use crate::playbook::register::{self, Column, Register, RegisterKind};
use crate::playbook::rule::Rule;
use crate::playbook::scale::Scale;
use crate::playbook::strength::Strength;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(out)
    }
}

object! {
    Shown<'p>(playbook: &'p Playbook) => {
        schema: &'static str = "playbook/1",
        id: &'p ItemId = &playbook.id,
        title: &'p str = &playbook.title,
        kind: Kind = playbook.kind,
        review: Option<&'p ItemId> = playbook.review.as_ref(),
        source: &'p Source = &playbook.source,
        jurisdiction: &'p str = &playbook.jurisdiction,
        counts: Option<&'p Counts> = playbook.counts.as_ref(),
        #[serde(skip_serializing_if = "Option::is_none")]
        facts: Option<&'p Facts> = Some(&playbook.facts).filter(|facts| !facts.0.is_empty()),
        digest: &'p str = &playbook.digest,
        phases: &'p [Phase] = &playbook.phases,
        items: Vec<Item<'p>> = playbook.items.iter().map(|item| Item::of(item, playbook)).collect(),
        rules: Vec<Tested<'p>> = playbook.rules.iter().map(|rule| Tested::of(rule, playbook)).collect(),
        scales: &'p [Scale] = &playbook.scales,
        roles: &'p [Role] = &playbook.roles,
        clocks: &'p [Clock] = &playbook.clocks,
        definitions: &'p [Definition] = &playbook.definitions,
        references: &'p [Reference] = &playbook.references,
        faqs: &'p [Faq] = &playbook.faqs,
        silences: &'p [Silence] = &playbook.silences,
        readiness: &'p [Readiness] = &playbook.readiness,
        clauses: Vec<Clause<'p>> = playbook.clauses.iter().map(|clause| Clause::of(clause, playbook)).collect(),
    }
}

object! {
    /// What all items have, then what their kind has.
    Item<'p>(item: &'p item::Item, playbook: &'p Playbook) => {
        id: &'p ItemId = &item.id,
        kind: &'static str = item.body.kind(),
        #[serde(skip_serializing_if = "Option::is_none")]
        phase: Option<&'p ItemId> = playbook.phases.get(item.phase).map(|phase| &phase.id),
        title: &'p str = &item.title,
        verb: Strength = item.verb,
        clauses: &'p [ClauseId] = &item.cite,
        #[serde(skip_serializing_if = "Option::is_none")]
        detail: Option<&'p str> = item.detail.as_deref(),
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<&'p str> = item.why.as_deref(),
        #[serde(skip_serializing_if = "Option::is_none")]
        when: Option<&'p Condition> = item.when.as_ref(),
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        holds: &'p [Hold] = &item.holds,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        again: &'p [Again] = &item.again,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        renewed_by: &'p [ItemId] = &item.renewed_by,
        #[serde(flatten)]
        body: &'p Body = &item.body,
        #[serde(skip_serializing_if = "Option::is_none")]
        currency: Option<String> = item.body.currency().map(|code| code.iter().copied().map(char::from).collect()),
    }
}

object! {
    Tested<'p>(rule: &'p Rule, playbook: &'p Playbook) => {
        #[serde(flatten)]
        rule: &'p Rule = rule,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        may_not_arise: Vec<&'p ItemId> = may_not_arise(rule, playbook),
    }
}

object! {
    Clause<'p>(clause: &'p model::Clause, playbook: &'p Playbook) => {
        id: &'p ClauseId = &clause.id,
        at: &'p str = &clause.at,
        text: &'p str = &clause.text,
        cited_by: Vec<&'p str> = cited_by(playbook, &clause.id).iter().map(|citing| citing.id).collect(),
    }
}

impl Serialize for Register {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        Kept::of(self).serialize(out)
    }
}

object! {
    Kept<'p>(register: &'p Register) {
        let is_list = register.kind == RegisterKind::List;
        let has_columns = is_list || !register.columns.is_empty();
        let ids = |columns: &[usize]| columns.iter().map(|column| &register.columns[*column].id).collect();
    } => {
        register: RegisterKind = register.kind,
        prompt: &'p str = &register.prompt,
        #[serde(skip_serializing_if = "Option::is_none")]
        preset: Option<&'p ItemId> = register.preset.map(|preset| &preset.id),
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        fixed: BTreeMap<&'p ItemId, &'p str> = register.fixed.iter().map(|(at, text)| (&register.columns[*at].id, text.as_str())).collect(),
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<&'p str> = register.unit.as_deref(),
        #[serde(skip_serializing_if = "Option::is_none")]
        columns: Option<&'p [Column]> = has_columns.then_some(&register.columns),
        #[serde(skip_serializing_if = "Option::is_none")]
        tally: Option<Vec<&'p ItemId>> = is_list.then(|| ids(&register.tally)),
        #[serde(skip_serializing_if = "Option::is_none")]
        methods: Option<Vec<Method<'p>>> = is_list
            .then(|| register.methods.iter().map(|method| Method::of(method, ids(&method.needs), register)).collect()),
    }
}

object! {
    Method<'p>(method: &'p register::Method, needs: Vec<&'p ItemId>, register: &'p Register) => {
        id: &'p ItemId = &method.id,
        label: &'p str = &method.label,
        needs: Vec<&'p ItemId> = needs,
        #[serde(skip_serializing_if = "Option::is_none")]
        only: Option<Only<'p>> = method.only.as_ref().map(|(at, is)| Only::of(&register.columns[*at], is)),
        clauses: &'p [ClauseId] = &method.cite,
    }
}

object! {
    Only<'p>(column: &'p Column, is: &'p str) => {
        column: &'p ItemId = &column.id,
        is: &'p str = is,
    }
}
