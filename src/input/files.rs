//! What story.json and sources.json hold, as the JSON Schema says it.
//!
//! **Invariant**: names the types of the sections and nothing inside them.

use crate::locale::number::Unit;
use crate::locale::{Locale, Text};
use crate::model::figure::Figure;
use crate::model::schema::Remark;
use crate::model::source::Source;
use crate::model::{Caution, List, Milestone, Name, Series};
use crate::story::correction::Correction;
use crate::story::Scene;
use crate::theme::Role;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// 故事文件 · a story file
#[derive(JsonSchema)]
#[schemars(rename = "duoyuan story", deny_unknown_fields)]
pub struct StoryFile {
    /// 供编辑器补全 · for completion in editors
    #[schemars(rename = "$schema")]
    pub schema: Option<String>,
    /// 格式版本：2 · format version: 2
    #[schemars(extend("const" = 2))]
    pub format: u32,
    /// 故事有哪些语言，首选在前；缺省为 zh-Hans 和 en · the story's languages, its first choice first; absent: zh-Hans and en
    #[schemars(extend("minItems" = 1, "uniqueItems" = true))]
    pub languages: Option<Vec<Locale>>,
    /// 代号 · id
    pub id: String,
    /// 版本 · version
    pub version: String,
    /// 标题 · title
    #[schemars(with = "Remark")]
    pub title: Text,
    /// 副题 · subtitle
    #[schemars(with = "Remark")]
    pub subtitle: Text,
    /// 来源说明 · plain statement about the sources
    pub notice: Text,
    /// 全文最后一句，页面在末章之后印出，再给出回到开头的按钮 · the last sentence, which pages print after the last scene with a way back to the first
    pub closing: Option<Text>,
    /// 来源文件 · file of sources
    pub sources: String,
    /// 自定单位 · units of this story
    pub units: Option<BTreeMap<String, Unit>>,
    /// 数字 · figures
    pub figures: BTreeMap<String, Figure>,
    /// 名称 · names
    pub names: Option<BTreeMap<String, Name>>,
    /// 名单 · lists
    pub lists: Option<BTreeMap<String, List>>,
    /// 大事 · milestones
    pub milestones: Option<BTreeMap<String, Milestone>>,
    /// 序列 · series
    pub series: Option<BTreeMap<String, Series>>,
    /// 不能从哪些数字得出哪些结论 · what must not be concluded from which figures
    pub cautions: Option<Vec<Caution>>,
    /// 各章 · scenes
    pub scenes: Vec<Scene>,
    /// 幕：把各章分成几部分，按故事的次序 · acts: the scenes in larger parts, in the order of the story
    pub acts: Option<Vec<ActFile>>,
    /// 更正，新的在后 · corrections, the latest last
    pub corrections: Option<Vec<Correction>>,
}

/// 一幕，到下一幕的第一章为止 · an act, up to the first scene of the next one
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "Act")]
#[serde(deny_unknown_fields)]
pub struct ActFile {
    /// 代号 · id
    pub id: String,
    /// 名称，短 · short name
    #[schemars(with = "Remark")]
    pub name: Text,
    /// 颜色的含义 · accent colour by meaning
    pub accent: Role,
    /// 第一章的代号 · id of its first scene
    pub first: String,
}

/// sources.json 的写法 · the file sources.json
#[derive(JsonSchema)]
#[schemars(rename = "sources", deny_unknown_fields)]
pub struct SourcesFile {
    /// 来源 · sources
    pub sources: BTreeMap<String, Source>,
}
