/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a visit share. Private to them. */
#pragma once

#include "yc-visit-private.h"

#include "yc-visit-facts.h"

G_BEGIN_DECLS

struct _YcVisit
{
  GObject       parent_instance;

  YcParts      *parts;
  char         *id;
  char         *title;
  char         *need;
  char         *page;
  YcCitizen    *citizen;
  YcCitizen    *agent;
  YcPlan       *plan;
  YcVisitFacts *facts;
  YcSavedPlan  *saved_plan;
  GListStore   *drafts;
  GDateTime    *started_at;
  gboolean      attention;
  gboolean      saved;
  /* Changed since the last row was made of it. */
  gboolean      dirty;
  gboolean      loading;
};

/* (transfer full): an empty visit */
YcVisit     *yc_visit_create       (YcParts     *parts,
                                    const char  *id);
void         yc_visit_append_draft (YcVisit     *self,
                                    YcCaseDraft *draft);
guint        yc_visit_get_n_drafts (YcVisit     *self);
/* (transfer none): the list store holds it. */
YcCaseDraft *yc_visit_nth_draft    (YcVisit     *self,
                                    guint        i);
void         yc_visit_update_title (YcVisit     *self);
/* Something in it is another; while it is loaded that does not count. */
void         yc_visit_changed      (YcVisit     *self);
/* As that, and it is to be on the disk soon. */
void         yc_visit_flush        (YcVisit     *self);

G_END_DECLS
