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
/* To be called once, after all outcomes; @facts: {"facts":{…}}. */
void            yc_plan_entry_choose_materials (YcPlanEntry     *self,
                                                JsonNode        *facts);
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
void            yc_plan_material_set_source    (YcPlanMaterial  *self,
                                                const char      *from,
                                                const char      *in_store);
gboolean        yc_plan_material_equal         (YcPlanMaterial  *a,
                                                YcPlanMaterial  *b);

/* Whether two lists hold the same objects. */
gboolean        yc_plan_same_list              (gpointer         a,
                                                gpointer         b);

/* What was decided. @lists: those that were started, or all that are asked; @own: answers to questions that no other list
 * asks, {list: {question: answer}}; @told: answers that every list shares, {fact: answer}; @known:
 * what is known without asking, {fact: value}; @store: what the licence store has, {kind: words};
 * @codes: the items chosen directly; @today: "YYYY-MM-DD".
 */
typedef struct
{
  YcCatalog  *catalog;
  GListModel *lists;
  JsonObject *own;
  JsonObject *told;
  JsonObject *known;
  JsonObject *store;
  GPtrArray  *codes;
  const char *today;
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

G_END_DECLS
