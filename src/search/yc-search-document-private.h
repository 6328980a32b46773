/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search document is made of; private to the search room. */
#pragma once

#include "yc-search-document.h"

G_BEGIN_DECLS

struct _YcSearchDocument
{
  char     *kind;
  char     *id;
  char     *title;
  char     *body;
  /* One on a line, each line ended. */
  GString  *tags;
  GString  *codes;
  GString  *places;
  double    weight;
  /* Julian days; 0 for no bound. */
  guint32   from;
  guint32   until;
  gboolean  personal;
};

G_END_DECLS
