//! Checks that the guess of a scene can be asked and answered.
//!
//! A typed story comes in; a diagnostic for each guess that no chart draws, that has no number to guess, whose scale
//! does not hold the answer, or whose answer the chapter says all the same.
//!
//! **Invariant**: adds diagnostics and changes nothing; a remedy never changes the figure.

use crate::diagnostic::{Both, Diagnostic, Diagnostics, Severity};
use crate::locale::number::Decimal;
use crate::model::figure::{Figure, FigureIx, Value};
use crate::model::interval::End;
use crate::rules::{Locator, Place};
use crate::story::guess::{Guess, MOST_STEPS};
use crate::story::{Scene, Story};

/// A code, a member of the guess, what is wrong and what to do.
type Fault = (&'static str, &'static str, Both, Both);

pub(crate) fn check(story: &Story, places: &impl Locator, diagnostics: &mut Diagnostics) {
    for (i, scene) in story.scenes().iter().enumerate() {
        let Some(guess) = &scene.guess else { continue };
        let figure = story.figure(guess.figure);
        let faults =
            [drawn(story, scene, guess), numbered(figure), scaled(guess, figure), kept(story, scene, guess)];
        for (code, member, message, help) in faults.into_iter().flatten() {
            let at = places.locate(&Place::Guess(i, member));
            diagnostics.push(Diagnostic::new(Severity::Error, code, at, message, help));
        }
    }
}

fn drawn(story: &Story, scene: &Scene, guess: &Guess) -> Option<Fault> {
    if scene.charts().any(|chart| chart.shows(story, guess.figure)) {
        return None;
    }
    let id = story.figure(guess.figure).id();
    let message = Both::new(
        format!("这一章的图没有画“{id}”，猜了也看不到答案"),
        format!("no chart of this scene draws \"{id}\", so that a guess would have no answer in the picture"),
    );
    let help = Both::new(
        "写一个本章的图画出的数字，或把画它的图放进这一章",
        "name a figure that a chart of this scene draws, or put the chart that draws it into this scene",
    );
    Some(("guess-not-drawn", "figure", message, help))
}

fn numbered(figure: &Figure) -> Option<Fault> {
    if figure.interval().is_some() && !figure.is_named() {
        return None;
    }
    let id = figure.id();
    let (zh, en) = match figure.value() {
        Value::Date(_) => ("是日期", "is a date"),
        Value::Missing | Value::NotApplicable => ("没有公布数值", "has no published value"),
        Value::Number(_) | Value::Range(..) => {
            ("是量级的名称，不是数值", "is the name of a size class, not a value")
        }
    };
    let message = Both::new(
        format!("“{id}”{zh}，不能用尺来猜"),
        format!("\"{id}\" {en}: there is no scale to guess it on"),
    );
    let help =
        Both::new("写一个有数值的数字，或删去 guess", "name a figure that has a number, or remove \"guess\"");
    Some(("guess-no-number", "figure", message, help))
}

/// The lowest and the highest printed number of a figure, and whether the scale needs room below and above them.
fn printed(figure: &Figure) -> Option<(Decimal, Decimal, bool, bool)> {
    let (low, high) = match figure.value() {
        Value::Number(number) => (number, number),
        Value::Range(low, high) => (low, high),
        Value::Date(_) | Value::Missing | Value::NotApplicable => return None,
    };
    let interval = figure.interval()?;
    let open = |end: End| !matches!(end, End::Inclusive(_));
    Some((low, high, open(interval.low), open(interval.high)))
}

fn scaled(guess: &Guess, figure: &Figure) -> Option<Fault> {
    let fault = |member, message, help| Some(("guess-scale", member, message, help));
    match guess.steps() {
        None => {
            let message = Both::new(
                "从 from 到 to 不是整数格",
                "\"from\" and \"to\" are not a whole number of steps apart",
            );
            let help = Both::new(
                "to 要大于 from，相差是 step 的整数倍",
                "\"to\" lies above \"from\", by a multiple of \"step\"",
            );
            return fault("to", message, help);
        }
        Some(steps) if steps > MOST_STEPS => {
            let message = Both::new(
                format!("这把尺有 {steps} 格，至多 {MOST_STEPS} 格"),
                format!("this scale has {steps} steps; at most {MOST_STEPS} can be told apart by hand"),
            );
            let help = Both::new("把 step 写大些", "make \"step\" larger");
            return fault("step", message, help);
        }
        Some(_) => {}
    }
    let (low, high, open_low, open_high) = printed(figure)?;
    let (below, above) = (guess.from.compare(low), guess.to.compare(high));
    let short = |order: std::cmp::Ordering, open: bool| order.is_gt() || open && order.is_eq();
    if !short(below, open_low) && !short(above.reverse(), open_high) {
        return None;
    }
    let member = if short(below, open_low) { "from" } else { "to" };
    let message = Both::new(
        format!("答案不在这把尺上，或正在它的一端：{}", figure.display(crate::locale::Locale::Zh)),
        format!(
            "the scale does not hold the answer, or ends where an open bound begins: {}",
            figure.display(crate::locale::Locale::En)
        ),
    );
    let help = Both::new(
        "改 from 或 to，让答案在两端之间；数字不改",
        "change \"from\" or \"to\" so that the answer lies between them; the figure stays as it is",
    );
    fault(member, message, help)
}

/// What stands beside the question may not answer it.
fn kept(story: &Story, scene: &Scene, guess: &Guess) -> Option<Fault> {
    let quotes = |text| {
        let mut pieces = story.languages().iter().flat_map(|locale| story.expand(text, *locale));
        pieces.any(|(_, figure)| figure == Some(guess.figure))
    };
    let made_of = |ix: &FigureIx| {
        story.figure(*ix).derivation().is_some_and(|derivation| derivation.inputs.contains(&guess.figure))
    };
    let note = guess.note.as_ref().or(scene.note.as_ref());
    let (zh, en, member) = if quotes(&guess.question) {
        ("问句引用了它", "the question quotes it", "question")
    } else if quotes(&scene.subtitle) {
        ("副题引用了它", "the subtitle quotes it", "figure")
    } else if note.is_some_and(quotes) {
        ("小注引用了它", "the note quotes it", "note")
    } else if story.shown_figures(scene.charts()).iter().any(made_of) {
        ("图上有由它算出的数字", "a chart draws a figure that is computed from it", "figure")
    } else {
        return None;
    };
    let message = Both::new(
        format!("还没猜，答案已经说出：{zh}"),
        format!("the answer is told before it is guessed: {en}"),
    );
    let help = Both::new(
        "改问句或副题；小注在 guess 里另写一句 note；由它算出的数字移到别的图",
        "reword the question or the subtitle, give the guess a \"note\" of its own, or draw what is computed from it in another scene",
    );
    Some(("guess-given-away", member, message, help))
}
