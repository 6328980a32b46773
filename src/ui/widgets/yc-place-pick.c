/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks the place that a question asks for. */
#include "yc-place-pick.h"

#include "yc-json.h"
#include "yc-place-code.h"
#include "yc-title-pick.h"

#include <glib/gi18n-lib.h>

static gboolean
is_offered (YcQuestion *question, const char *code, JsonObject *place)
{
  const char *level = yc_question_get_place_level (question);
  const char *within = yc_question_get_place_within (question);

  return (level == NULL || g_strcmp0 (level, yc_json_get_string (place, "level", NULL)) == 0) &&
         (within == NULL || yc_place_code_is_within (code, within));
}

/**
 * yc_place_pick_new:
 * @question: a question for a place
 * @catalog: whose places are offered
 *
 * Returns: the entry with what is found under it
 */
GtkWidget *
yc_place_pick_new (YcQuestion *question, YcCatalog *catalog)
{
  GtkWidget *pick;
  YcTitlePick *self;
  g_autoptr (GPtrArray) codes = NULL;

  g_return_val_if_fail (YC_IS_QUESTION (question), NULL);
  g_return_val_if_fail (YC_IS_CATALOG (catalog), NULL);

  pick = yc_title_pick_new (yc_question_get_title (question), _ ("No such place"));
  self = YC_TITLE_PICK (pick);
  /* First, since most who ask come from there. */
  if (yc_question_get_elsewhere (question) != NULL)
    yc_title_pick_add (self, YC_QUESTION_ELSEWHERE, yc_question_get_elsewhere (question));
  codes = yc_catalog_dup_ids (catalog, "place");
  for (guint i = 0; i < codes->len; i++)
    if (is_offered (question, codes->pdata[i], yc_catalog_get_place (catalog, codes->pdata[i])))
      yc_title_pick_add (self, codes->pdata[i], yc_catalog_get_place_name (catalog, codes->pdata[i]));

  return pick;
}
