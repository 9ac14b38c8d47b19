//! The order in which a record, a condition and a put-off decide how an item stands.

use super::call::call;
use super::decision::decision;
use super::document::document;
use super::each_row::each_row;
use super::outcome::outcome;
use super::put_off::put_off;
use super::question::question;
use super::register::register;
use super::status::ItemStatus;
use crate::base::Now;
use crate::judge::items::advice;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::{self, Rows};
use crate::judge::types::standing::Standing;
use crate::playbook::Body;

pub fn work_out(at: usize, knowledge: &Knowledge<'_>, now: Now) -> ItemStatus {
    let item = &knowledge.playbook.items[at];
    let applies = knowledge.applies(at);
    let mut status = ItemStatus {
        standing: Standing::Open,
        applies,
        entry: None,
        value: None,
        conflict: Vec::new(),
        deferred: None,
        came_back: false,
        passed_over: false,
        lacks: Vec::new(),
        held: None,
        obstacle: None,
        try_now: None,
        targets: Rows::default(),
        proposal: None,
    };
    match &item.body {
        _ if item.body.for_each().is_some() => each_row(item, knowledge, &mut status),
        Body::Question(_) => question(item, knowledge, &mut status),
        Body::Task(task) => outcome(item, knowledge, &mut status, Standing::Open, |_| {
            if task.continuous { Standing::Continuing } else { Standing::Done }
        }),
        Body::Call(body) => call(item, body, knowledge, &mut status),
        Body::Decision(body) => decision(item, body, knowledge, &mut status),
        Body::Document(body) => document(item, body, knowledge, &mut status),
        Body::Register(body) => register(item, body, knowledge, &mut status),
        Body::Prohibition(body) => {
            status.standing = match body.until.as_ref().map(|until| knowledge.holds(Some(until)).on_record().value) {
                Some(Some(true)) => Standing::Lifted,
                _ => Standing::InForce,
            };
        }
    }
    advice::look(item, knowledge, &mut status);
    ended(at, knowledge, &mut status);
    // A record stands whatever the conditions say now; only what has none is out of the walk.
    if status.entry.is_none() || matches!(item.body, Body::Prohibition(_)) {
        match status.applies.value {
            Some(false) => status.standing = Standing::NotApplicable,
            None => status.standing = Standing::Pending,
            Some(true) => {}
        }
    } else if status.applies.value == Some(false) && status.standing.is_open() {
        status.standing = Standing::NotApplicable;
    }
    per_row::without_ground(&mut status);
    put_off(item, knowledge, &mut status, now);
    if status.standing.is_open() {
        status.obstacle = knowledge.obstacle(item).map(|(_, missing)| missing);
    }
    status
}

/// Where a rule ends the case: what has no record that settles it does not apply, and what has one stands as it stood.
fn ended(at: usize, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let Some(went_on) = knowledge.as_if_it_went_on() else { return };
    let Some(ended) = knowledge.item_ended(&knowledge.playbook.items[at]) else { return };
    let settled = !status.standing.is_open() && (status.entry.is_some() || status.standing == Standing::Final);
    if settled || status.standing == Standing::Conflict {
        status.applies = went_on.applies(at);
    } else {
        status.applies = ended;
    }
}
