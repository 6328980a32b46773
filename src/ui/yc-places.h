/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the sidebar: which page each opens, for which roles. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_PLACE_RECEPTION "reception"
#define YC_PLACE_CASES "cases"
#define YC_PLACE_REVIEW "review"
#define YC_PLACE_CERTIFICATES "certificates"
#define YC_PLACE_RETURNS "returns"
#define YC_PLACE_KNOWLEDGE "knowledge"

/**
 * YcPlace:
 * @name: name of the page in the window's stack
 * @title: English title, to be translated
 * @icon_name: symbolic icon
 * @roles: bit set of 1 << YcRole
 * @get_type: type of the page, a #YcPage
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  guint       roles;
  GType     (*get_type) (void);
} YcPlace;

const YcPlace *yc_places_get_all (gsize *n_places);
const char    *yc_place_get_title (const YcPlace *place);

G_END_DECLS
