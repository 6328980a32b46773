/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How plans are worked out. */
#pragma once

#include "yc-plan.h"

G_BEGIN_DECLS

/* @id: the code of @item, or the id of a replacement that the catalog may not have. */
YcPlanEntry    *yc_plan_entry_new              (YcOutcomeKind    kind,
                                                const char      *id,
                                                YcItem          *item,
                                                YcReplacement   *replacement);

/* Adds what one outcome says; what was said already is not said twice. */
void            yc_plan_entry_add_outcome      (YcPlanEntry     *self,
                                                const char      *list_id,
                                                JsonObject      *outcome);
/* @from: (nullable): the first day on which what is refused is possible */
void            yc_plan_entry_set_from         (YcPlanEntry     *self,
                                                const char      *from);
/* To be called once, after all outcomes. */
void            yc_plan_entry_choose_materials (YcPlanEntry     *self,
                                                YcMaterialTest   test,
                                                gpointer         user_data);
/* Whether it asks for @result, what comes out of the item @code, or a list says that it comes later. */
gboolean        yc_plan_entry_waits_for        (YcPlanEntry     *self,
                                                const char      *code,
                                                const char      *result);
void            yc_plan_entry_set_number       (YcPlanEntry     *self,
                                                guint            number);
void            yc_plan_entry_add_after        (YcPlanEntry     *self,
                                                const char      *code);
/* (nullable): the item's code, or the id of what is not needed; unique in a plan together with
 * yc_plan_entry_get_kind()
 */
const char     *yc_plan_entry_get_id           (YcPlanEntry     *self);
gboolean        yc_plan_entry_equal            (YcPlanEntry     *a,
                                                YcPlanEntry     *b);

YcPlanMaterial *yc_plan_material_new           (YcMaterial      *material);
/* (transfer full): what makes it the same paper: two items may by mistake call different documents by
 * one id, so the name must be the same too, lest the citizen brings one and lacks the other.
 */
char           *yc_plan_material_make_key      (YcMaterial      *material);
const char     *yc_plan_material_get_key       (YcPlanMaterial  *self);
void            yc_plan_material_add           (YcPlanMaterial  *self,
                                                YcMaterial      *material,
                                                YcItem          *item);
void            yc_plan_material_set_from      (YcPlanMaterial  *self,
                                                const char      *from);
/* @held: (nullable): words, or {"words", "valid_until"}; as the licence store has it on @today */
void            yc_plan_material_set_held      (YcPlanMaterial  *self,
                                                JsonNode        *held,
                                                const char      *today);
gboolean        yc_plan_material_equal         (YcPlanMaterial  *a,
                                                YcPlanMaterial  *b);

/* Whether two lists hold the same objects. */
gboolean        yc_plan_same_list              (gpointer         a,
                                                gpointer         b);

/* What was decided. Who changes it has the plan worked out anew. */
typedef struct
{
  YcCatalog  *catalog;
  GListStore *lists;
  GPtrArray  *codes;
  JsonObject *own;
  JsonObject *told;
} YcPlanDecisions;

void            yc_plan_decisions_init         (YcPlanDecisions  *self,
                                                YcCatalog        *catalog);
void            yc_plan_decisions_clear        (YcPlanDecisions  *self);
/* Those that tell whether they changed anything. */
gboolean        yc_plan_decisions_start        (YcPlanDecisions  *self,
                                                YcQuestionList   *list);
gboolean        yc_plan_decisions_stop         (YcPlanDecisions  *self,
                                                const char       *list_id);
gboolean        yc_plan_decisions_add_item     (YcPlanDecisions  *self,
                                                const char       *code);
gboolean        yc_plan_decisions_remove_item  (YcPlanDecisions  *self,
                                                const char       *code);
gboolean        yc_plan_decisions_unanswer     (YcPlanDecisions  *self,
                                                YcQuestion       *question);
/* @shared: whether it is told to every list that asks for the same fact */
void            yc_plan_decisions_answer       (YcPlanDecisions  *self,
                                                YcQuestion       *question,
                                                JsonNode         *answer,
                                                gboolean          shared);
gboolean        yc_plan_decisions_has_answer   (YcPlanDecisions  *self,
                                                YcQuestion       *question);
/* Takes the newest telling of every started list that is still published. */
void            yc_plan_decisions_renew_lists  (YcPlanDecisions  *self);
JsonNode       *yc_plan_decisions_to_json      (YcPlanDecisions  *self);
gboolean        yc_plan_decisions_load_json    (YcPlanDecisions  *self,
                                                JsonNode         *json,
                                                GError          **error);

/* What comes out of rules, remembered by what they looked at. */
typedef struct _YcPlanRules YcPlanRules;

YcPlanRules    *yc_plan_rules_new              (void);
void            yc_plan_rules_free             (YcPlanRules     *self);
/* For when the rules themselves are others. */
void            yc_plan_rules_forget           (YcPlanRules     *self);
void            yc_plan_rules_set_today        (YcPlanRules     *self,
                                                const char      *today);
const char     *yc_plan_rules_get_today        (YcPlanRules     *self);
/* (transfer none) (nullable): NULL when the rule fails. @rule: is not to be changed any more; @data:
 * what "var" looks into; what is in its members is replaced, not changed.
 */
JsonNode       *yc_plan_rules_apply            (YcPlanRules     *self,
                                                JsonNode        *rule,
                                                JsonNode        *data);
/* @rule: (nullable): none holds always */
gboolean        yc_plan_rules_test             (YcPlanRules     *self,
                                                JsonNode        *rule,
                                                JsonNode        *data);

/* What a plan is worked out from. @lists: those that were started, or all that are asked; @own:
 * answers to questions that no other list asks, {list: {question: answer}}; @told: answers that every
 * list shares, {fact: answer}; @known: what is known without asking, {fact: value}; @store: what the
 * licence store has, {kind: words or {"words", "valid_until"}}; @codes: the items chosen directly.
 */
typedef struct
{
  YcCatalog   *catalog;
  YcPlanRules *rules;
  GListModel  *lists;
  JsonObject  *own;
  JsonObject  *told;
  JsonObject  *known;
  JsonObject  *store;
  GPtrArray   *codes;
} YcPlanInput;

/* The answer that counts: the question's own, else what was told, else what is known; NULL when
 * none fits.
 */
JsonNode       *yc_plan_input_find_answer      (YcPlanInput     *input,
                                                YcQuestion      *question);
/* (transfer full): {"facts": {…}}, the names taken apart at the dots; told before known. */
JsonNode       *yc_plan_input_dup_facts        (YcPlanInput     *input);
/* Whether no other started list asks for the same fact in another way, so that they share @answer. */
gboolean        yc_plan_input_shares           (YcPlanInput     *input,
                                                YcQuestion      *question,
                                                JsonNode        *answer);
/* Whether one of the lists asks for @fact. */
gboolean        yc_plan_input_asks             (YcPlanInput     *input,
                                                const char      *fact);

/* What follows from it: the lists that are asked, started or included, the answers that count, the
 * questions that are asked, the entries, the materials, and what they come to.
 */
typedef struct
{
  GListStore *lists;
  JsonObject *answers;
  GPtrArray  *questions;
  GPtrArray  *entries;
  GPtrArray  *materials;
  gboolean    complete;
  gint64      fee;
  guint       minutes;
  guint       days;
} YcPlanOutlook;

void            yc_plan_outlook_init           (YcPlanOutlook   *outlook,
                                                YcPlanInput     *input);
void            yc_plan_outlook_clear          (YcPlanOutlook   *outlook);
/* Puts what comes out of an item before what asks for it, numbers the entries, adds up. */
void            yc_plan_outlook_order          (YcPlanOutlook   *outlook);

YcPlanChange   *yc_plan_change_new             (YcPlanChangeKind kind,
                                                const char      *id,
                                                char            *words);
/* (element-type YcPlanEntry) (element-type YcPlanMaterial): as they were and as they are; appends
 * #YcPlanChange.
 */
void            yc_plan_changes_find           (GPtrArray       *entries_before,
                                                GPtrArray       *entries,
                                                GPtrArray       *materials_before,
                                                GPtrArray       *materials,
                                                GPtrArray       *changes);

/* What makes a plan anew. */
typedef enum
{
  YC_PLAN_CAUSE_CLERK = 1,
  YC_PLAN_CAUSE_WORLD,
  YC_PLAN_CAUSE_LOADED,
} YcPlanCause;

/* The last plan that was whole, what changed since, and the decisions that both came of. */
typedef struct
{
  GListStore *changes;
  GPtrArray  *entries;
  GPtrArray  *materials;
  JsonNode   *decisions;
  JsonNode   *against;    /* what the changes are told against, NULL without changes */
} YcPlanPast;

void            yc_plan_past_init              (YcPlanPast      *self);
void            yc_plan_past_clear             (YcPlanPast      *self);
void            yc_plan_past_follow            (YcPlanPast      *self,
                                                YcPlanOutlook   *outlook,
                                                YcPlanDecisions *decisions,
                                                YcPlanCause      cause);
/* (nullable): the decisions that changes are told against, now or once the plan is complete */
JsonNode       *yc_plan_past_get_decisions     (YcPlanPast      *self,
                                                gboolean         complete);

G_END_DECLS
