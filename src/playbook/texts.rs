//! Every text of a playbook that people read, one after another, for whoever has to change something in all of them.

use super::again::Again;
use super::item::Hold;
use super::item::{Body, Item};
use super::model::Playbook;
use super::question::OptionText;
use super::register::Register;
use super::rule::Arm;

type Change<'c> = &'c mut dyn FnMut(&mut String);

impl Playbook {
    /// Hands out every text to be changed. Identifiers, words of closed lists and what answers are compared with stay as they are.
    pub fn change_texts(&mut self, change: Change<'_>) {
        let source = &mut self.source;
        [&mut self.title, &mut source.title, &mut source.organisation].into_iter().for_each(&mut *change);
        for clause in &mut self.clauses {
            [&mut clause.at, &mut clause.text].into_iter().for_each(&mut *change);
        }
        for phase in &mut self.phases {
            change(&mut phase.title);
            phase.about.iter_mut().for_each(&mut *change);
            holds(&mut phase.holds, change);
        }
        self.items.iter_mut().chain(&mut self.also_kept).for_each(|one| item(one, change));
        for rule in &mut self.rules {
            [&mut rule.title, &mut rule.say].into_iter().for_each(&mut *change);
            rule.any.iter_mut().chain(&mut rule.all).chain(&mut rule.unless).for_each(|one| arm(one, change));
        }
        for scale in &mut self.scales {
            change(&mut scale.title);
            scale.about.iter_mut().for_each(&mut *change);
            for level in &mut scale.levels {
                change(&mut level.title);
                level.any.iter_mut().chain(&mut level.all).chain(&mut level.unless).for_each(|one| arm(one, change));
            }
            scale.gaps.iter_mut().for_each(|gap| change(&mut gap.say));
        }
        self.around(change);
        self.letters.change_texts(change);
    }

    fn around(&mut self, change: Change<'_>) {
        for role in &mut self.roles {
            change(&mut role.title);
            role.about.iter_mut().for_each(&mut *change);
        }
        for clock in &mut self.clocks {
            [&mut clock.title, &mut clock.word].into_iter().for_each(&mut *change);
            clock.pauses.iter_mut().for_each(|pause| change(&mut pause.say));
        }
        for definition in &mut self.definitions {
            [&mut definition.term, &mut definition.text].into_iter().for_each(&mut *change);
        }
        for reference in &mut self.references {
            [&mut reference.title, &mut reference.text].into_iter().for_each(&mut *change);
        }
        for faq in &mut self.faqs {
            [&mut faq.ask, &mut faq.text].into_iter().for_each(&mut *change);
        }
        for silence in &mut self.silences {
            [&mut silence.topic, &mut silence.say].into_iter().chain(&mut silence.suggestion).for_each(&mut *change);
        }
        self.readiness.iter_mut().for_each(|point| change(&mut point.title));
    }
}

fn holds(holds: &mut [Hold], change: Change<'_>) {
    for hold in holds.iter_mut() {
        change(&mut hold.say);
    }
}

fn arm(arm: &mut Arm, change: Change<'_>) {
    change(&mut arm.title);
    arm.unknown_leans.iter_mut().for_each(change);
}

fn options(options: &mut [OptionText], change: Change<'_>) {
    for option in options {
        change(&mut option.label);
        option.help.iter_mut().for_each(&mut *change);
    }
}

fn item(item: &mut Item, change: Change<'_>) {
    change(&mut item.title);
    item.detail.iter_mut().chain(&mut item.why).for_each(&mut *change);
    holds(&mut item.holds, change);
    item.again.iter_mut().filter_map(|again: &mut Again| again.say.as_mut()).for_each(&mut *change);
    match &mut item.body {
        Body::Question(question) => {
            options(&mut question.options, change);
            question.prompts.iter_mut().for_each(change);
        }
        Body::Task(task) => {
            change(&mut task.record);
            task.after.iter_mut().for_each(|after| change(&mut after.say));
        }
        Body::Prohibition(prohibition) => change(&mut prohibition.lifted_by),
        Body::Decision(decision) => {
            options(&mut decision.options, change);
            decision.suggestions.iter_mut().for_each(|suggestion| change(&mut suggestion.say));
        }
        Body::Call(call) => {
            change(&mut call.message);
            call.area.iter_mut().chain(&mut call.confirm).for_each(change);
        }
        Body::Document(document) => document.contents.iter_mut().for_each(|content| change(&mut content.title)),
        Body::Register(list) => register(list, change),
    }
}

fn register(register: &mut Register, change: Change<'_>) {
    change(&mut register.prompt);
    for column in &mut register.columns {
        change(&mut column.label);
        column.ask.iter_mut().for_each(&mut *change);
    }
    register.methods.iter_mut().for_each(|method| change(&mut method.label));
}
