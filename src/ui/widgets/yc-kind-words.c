/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of things that are found are called, and what one wants to know of each. */
#include "yc-kind-words.h"

#include "yc-seeker.h"
#include "yc-words.h"

#include <glib/gi18n-lib.h>

static char *
describe_item (YcCatalog *catalog, const char *id)
{
  YcItem *item = yc_catalog_get_item (catalog, id);

  if (item == NULL)
    return g_strdup ("");

  return yc_words_join (yc_words_level (yc_item_get_level (item)), yc_item_get_time_limit (item),
                        yc_item_get_template_id (item) != NULL ? _ ("e-certificate") : "", NULL);
}

static char *
describe_list (YcCatalog *catalog, const char *id)
{
  YcQuestionList *list = yc_catalog_get_list (catalog, id);
  guint n = list != NULL ? yc_question_list_get_n_questions (list) : 0;

  return g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
}

static char *
describe_replacement (YcCatalog *catalog, const char *id)
{
  YcReplacement *replacement = yc_catalog_get_replacement (catalog, id);

  return g_strdup (replacement != NULL ? yc_replacement_get_way_title (replacement) : "");
}

/* What it belongs to. */
static char *
describe_place (YcCatalog *catalog, const char *id)
{
  JsonObject *place = yc_catalog_get_place (catalog, id);
  const char *parent =
      place != NULL ? json_object_get_string_member_with_default (place, "parent", NULL) : NULL;

  return g_strdup (parent != NULL ? yc_catalog_get_place_name (catalog, parent) : "");
}

static const struct
{
  const char *kind;
  const char *title;
  const char *style;
  char     *(*describe) (YcCatalog *catalog, const char *id);
} kinds[] = {
  { YC_KIND_ITEM, N_ ("Item"), "kind-item", describe_item },
  { YC_KIND_LIST, N_ ("List"), "kind-list", describe_list },
  { YC_KIND_ENTRY, N_ ("Knowledge"), "kind-entry", NULL },
  { YC_KIND_REPLACEMENT, N_ ("Not needed"), "kind-replacement", describe_replacement },
  { YC_KIND_MATERIAL, N_ ("Material"), "kind-material", NULL },
  { YC_KIND_PLACE, N_ ("Place"), "kind-place", describe_place },
  { YC_KIND_CASE, N_ ("My case"), "kind-case", NULL },
  { YC_KIND_VISIT, N_ ("Citizen"), "kind-visit", NULL },
  { YC_KIND_PLAN, N_ ("Saved plan"), "kind-plan", NULL },
};

static int
find_kind (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return (int) i;
  return -1;
}

const char *
yc_kind_words_get_title (const char *kind)
{
  int number = find_kind (kind);

  return number >= 0 ? _ (kinds[number].title) : kind;
}

const char *
yc_kind_words_get_style (const char *kind)
{
  int number = find_kind (kind);

  return number >= 0 ? kinds[number].style : NULL;
}

char *
yc_kind_words_describe (YcHit *hit, YcCatalog *catalog)
{
  int number = find_kind (yc_hit_get_kind (hit));

  if (number < 0 || kinds[number].describe == NULL)
    return g_strdup ("");

  return kinds[number].describe (catalog, yc_hit_get_id (hit));
}
