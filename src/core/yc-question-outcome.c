/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers to a question list lead to. */
#include "yc-question-outcome.h"

#include "yc-document-private.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, FALSE },
  { "item", YC_MEMBER_STRING, FALSE },
  { "nothing", YC_MEMBER_STRING, FALSE },
  { "not_yet", YC_MEMBER_STRING, FALSE },
  { "unqualified", YC_MEMBER_STRING, FALSE },
  { "reason", YC_MEMBER_STRING, FALSE },
  { "conditions", YC_MEMBER_STRINGS, FALSE },
  { "materials", YC_MEMBER_OBJECT, FALSE },
  { "channel", YC_MEMBER_OBJECT, FALSE },
  { "after", YC_MEMBER_STRINGS, FALSE },
  { "change", YC_MEMBER_STRING, FALSE },
  { "ask", YC_MEMBER_STRING, FALSE },
  { "instead", YC_MEMBER_STRING, FALSE },
  { "advice", YC_MEMBER_STRING, FALSE },
};

static const struct
{
  const char *word;
  const char *title;
} kinds[] = {
  [YC_OUTCOME_ITEM] = { "item", NULL },
  [YC_OUTCOME_NOTHING] = { "nothing", N_("Nothing is needed") },
  [YC_OUTCOME_NOT_YET] = { "not_yet", N_("Not yet possible") },
  [YC_OUTCOME_UNQUALIFIED] = { "unqualified", N_("Does not qualify") },
};

gboolean
yc_question_outcome_check (JsonObject  *outcome,
                           GError     **error)
{
  guint n = 0;

  if (!yc_document_check (outcome, members, G_N_ELEMENTS (members), error))
    return FALSE;
  for (guint i = YC_OUTCOME_ITEM; i < G_N_ELEMENTS (kinds); i++)
    n += yc_json_get_member (outcome, kinds[i].word) != NULL;
  if (n != 1)
    return yc_document_fail (error, "item", _("this, “nothing”, “not_yet” or “unqualified” must be "
                                              "there, and only one of them"));
  return yc_json_get_member (outcome, "not_yet") == NULL ||
         yc_json_get_member (outcome, "change") != NULL ||
         yc_json_get_member (outcome, "from") != NULL ||
         yc_document_fail (error, "not_yet", _("“change” or “from” must say until when"));
}

YcOutcomeKind
yc_question_outcome_get_kind (JsonObject  *outcome,
                              const char **id)
{
  for (guint i = YC_OUTCOME_ITEM; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *value = yc_json_get_string (outcome, kinds[i].word, NULL);

      if (value == NULL)
        continue;
      if (id != NULL)
        *id = value;
      return i;
    }
  g_return_val_if_reached (YC_OUTCOME_NOTHING);
}

gboolean
yc_outcome_kind_is_refusal (YcOutcomeKind kind)
{
  return kind == YC_OUTCOME_NOT_YET || kind == YC_OUTCOME_UNQUALIFIED;
}

const char *
yc_outcome_kind_get_word (YcOutcomeKind kind)
{
  g_return_val_if_fail (kind >= YC_OUTCOME_ITEM && kind <= YC_OUTCOME_UNQUALIFIED, "");

  return kinds[kind].word;
}

const char *
yc_outcome_kind_get_title (YcOutcomeKind kind)
{
  g_return_val_if_fail (kind >= YC_OUTCOME_ITEM && kind <= YC_OUTCOME_UNQUALIFIED, "");

  return kinds[kind].title != NULL ? _(kinds[kind].title) : "";
}
