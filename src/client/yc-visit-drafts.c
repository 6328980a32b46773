/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drafts of a visit: begun, found, taken out; what they share goes from one to the others. */
#include "yc-visit-inside-private.h"

#include "yc-case-draft-private.h"

guint
yc_visit_get_n_drafts (YcVisit *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
}

/* (transfer none): the list store holds it. */
YcCaseDraft *
yc_visit_nth_draft (YcVisit *self,
                    guint    i)
{
  g_autoptr (YcCaseDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

  return draft;
}

/* One form for several items: what they share is asked once, and each keeps its own copy. */
static void
carry_to_others (YcVisit     *self,
                 YcCaseDraft *from)
{
  for (guint i = 0; i < yc_visit_get_n_drafts (self); i++)
    if (yc_visit_nth_draft (self, i) != from)
      yc_case_draft_carry (yc_visit_nth_draft (self, i), from);
}

static void
draft_changed_cb (YcVisit     *self,
                  YcCaseDraft *draft)
{
  if (!self->loading)
    carry_to_others (self, draft);
  yc_visit_changed (self);
}

static void
carry_from_others (YcVisit     *self,
                   YcCaseDraft *to)
{
  for (guint i = 0; i < yc_visit_get_n_drafts (self); i++)
    if (yc_visit_nth_draft (self, i) != to)
      yc_case_draft_carry (to, yc_visit_nth_draft (self, i));
}

static void
news_cb (YcVisit *self)
{
  if (!self->loading)
    yc_visit_set_attention (self, TRUE);
}

void
yc_visit_append_draft (YcVisit     *self,
                       YcCaseDraft *draft)
{
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "flush", G_CALLBACK (yc_visit_flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->drafts, draft);
  yc_visit_changed (self);
}

static YcCaseDraft *
find_unsent (YcVisit    *self,
             const char *item_code)
{
  for (guint i = 0; i < yc_visit_get_n_drafts (self); i++)
    if (g_str_equal (yc_case_draft_get_item_code (yc_visit_nth_draft (self, i)), item_code) &&
        yc_case_draft_get_state (yc_visit_nth_draft (self, i)) == YC_CASE_DRAFT_DRAFT)
      return yc_visit_nth_draft (self, i);
  return NULL;
}

YcCaseDraft *
yc_visit_add_draft (YcVisit     *self,
                    const char  *item_code,
                    GError     **error)
{
  g_autoptr (YcCaseDraft) draft = NULL;
  YcCaseDraft *present;

  g_return_val_if_fail (YC_IS_VISIT (self), NULL);
  g_return_val_if_fail (item_code != NULL, NULL);

  present = find_unsent (self, item_code);
  if (present != NULL)
    return present;
  draft = yc_case_draft_new (self->parts, self->citizen, self->agent, self->plan, item_code, error);
  if (draft == NULL)
    return NULL;
  yc_visit_append_draft (self, draft);
  carry_from_others (self, draft);
  return draft;
}

YcCaseDraft *
yc_visit_find_draft (YcVisit    *self,
                     const char *case_id)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  for (guint i = 0; case_id != NULL && i < yc_visit_get_n_drafts (self); i++)
    if (g_str_equal (yc_case_draft_get_case_id (yc_visit_nth_draft (self, i)), case_id))
      return yc_visit_nth_draft (self, i);
  return NULL;
}

gboolean
yc_visit_remove_draft (YcVisit     *self,
                       YcCaseDraft *draft)
{
  guint position;

  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);
  g_return_val_if_fail (YC_IS_CASE_DRAFT (draft), FALSE);

  if (yc_case_draft_get_command (draft) != NULL ||
      !g_list_store_find (self->drafts, draft, &position))
    return FALSE;
  /* Writes keep their order: a save of this draft that is under way comes first. */
  yc_visit_table_delete_async (self->parts->storage, self->id, yc_case_draft_get_case_id (draft),
                               NULL, NULL);
  yc_case_draft_release_files (draft);
  g_signal_handlers_disconnect_by_data (draft, self);
  g_list_store_remove (self->drafts, position);
  yc_visit_changed (self);
  return TRUE;
}

gboolean
yc_visit_get_unsent (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  for (guint i = 0; i < yc_visit_get_n_drafts (self); i++)
    {
      YcCaseDraft *draft = yc_visit_nth_draft (self, i);
      YcCaseDraftState state = yc_case_draft_get_state (draft);

      if (state == YC_CASE_DRAFT_PARKED ||
          (state == YC_CASE_DRAFT_DRAFT && !yc_case_draft_is_empty (draft)))
        return TRUE;
    }
  return FALSE;
}
