/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every program that shows our widgets does first: locale, resources, style, types. */
#include "yc-ui.h"

#include "yc-case-paper.h"
#include "yc-certificate-facts.h"
#include "yc-columns.h"
#include "yc-conversation-view.h"
#include "yc-delivery-choice.h"
#include "yc-delivery-line.h"
#include "yc-demo-button.h"
#include "yc-finder-view.h"
#include "yc-form-paper.h"
#include "yc-item-panel.h"
#include "yc-key-hints.h"
#include "yc-load-view.h"
#include "yc-person-panel.h"
#include "yc-place-rail.h"
#include "yc-places-view.h"
#include "yc-plan-panel.h"
#include "yc-plan-view.h"
#include "yc-saved-plan-line.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-problem-list.h"
#include "yc-program.h"
#include "yc-prompt-buttons.h"
#include "yc-return-banner.h"
#include "yc-search-button.h"
#include "yc-sheet.h"
#include "yc-sign-in-form.h"
#include "yc-state-line.h"
#include "yc-status-corner.h"
#include "yc-step-line.h"
#include "yc-trouble-view.h"
#include "yc-ui-resources.h"
#include "yc-user-button.h"
#include "yc-visit-clock.h"
#include "yc-visit-foot.h"
#include "yc-visit-stack.h"
#include "yc-visit-steps.h"
#include "yc-visit-tabs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define RESOURCE_BASE "/io/github/yichuang/Yichuang"

/* The toolkit's own fallback, in force only where no desktop has set a font. */
#define FALLBACK_FONT "Sans 10"
#define COUNTER_FONT "Noto Sans CJK SC 10.5"

static void
add_sheet (const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Thin clients and remote screens often cannot blend windows: shadows would be black there. */
static void
add_style (void)
{
  add_sheet (RESOURCE_BASE "/style.css");
  if (!gdk_display_is_composited (gdk_display_get_default ()))
    add_sheet (RESOURCE_BASE "/style-plain.css");
}

static void
add_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autofree char *installed = yc_program_find_folder (YC_DATADIR "/icons");

  gtk_icon_theme_add_search_path (theme, installed);
  gtk_icon_theme_add_resource_path (theme, RESOURCE_BASE "/icons");
}

static void
prefer_legible_font (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (font == NULL || g_str_equal (font, FALLBACK_FONT))
    g_object_set (settings, "gtk-font-name", COUNTER_FONT, NULL);
}

/* A cursor that blinks fades, for which its text is painted 60 times a second, and a key has to wait
 * for the next of these frames. Painted by the processor, as on thin clients, that is work without
 * end; a cursor that stands still lets each key be painted at once. */
static void
calm_cursor (void)
{
  if (g_strcmp0 (g_getenv ("GSK_RENDERER"), "cairo") == 0)
    g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE,
                  "gtk-enable-animations", FALSE, NULL);
}

/* What templates name and no code refers to before. */
static void
ensure_types (void)
{
  g_type_ensure (YC_TYPE_CASE_PAPER);
  g_type_ensure (YC_TYPE_CERTIFICATE_FACTS);
  g_type_ensure (YC_TYPE_COLUMNS);
  g_type_ensure (YC_TYPE_CONVERSATION_VIEW);
  g_type_ensure (YC_TYPE_DELIVERY_CHOICE);
  g_type_ensure (YC_TYPE_DELIVERY_LINE);
  g_type_ensure (YC_TYPE_DEMO_BUTTON);
  g_type_ensure (YC_TYPE_FINDER_VIEW);
  g_type_ensure (YC_TYPE_FORM_PAPER);
  g_type_ensure (YC_TYPE_ITEM_PANEL);
  g_type_ensure (YC_TYPE_KEY_HINTS);
  g_type_ensure (YC_TYPE_LOAD_VIEW);
  g_type_ensure (YC_TYPE_PERSON_PANEL);
  g_type_ensure (YC_TYPE_PLACE_RAIL);
  g_type_ensure (YC_TYPE_PLACES_VIEW);
  g_type_ensure (YC_TYPE_PLAN_PANEL);
  g_type_ensure (YC_TYPE_PLAN_VIEW);
  g_type_ensure (YC_TYPE_SAVED_PLAN_LINE);
  g_type_ensure (YC_TYPE_PREVIEW_VIEW);
  g_type_ensure (YC_TYPE_PRINT_PANEL);
  g_type_ensure (YC_TYPE_PROBLEM_LIST);
  g_type_ensure (YC_TYPE_RETURN_BANNER);
  g_type_ensure (YC_TYPE_SEARCH_BUTTON);
  g_type_ensure (YC_TYPE_SHEET_HOST);
  g_type_ensure (YC_TYPE_SIGN_IN_FORM);
  g_type_ensure (YC_TYPE_STATE_LINE);
  g_type_ensure (YC_TYPE_STATUS_CORNER);
  g_type_ensure (YC_TYPE_STEP_LINE);
  g_type_ensure (YC_TYPE_TROUBLE_VIEW);
  g_type_ensure (YC_TYPE_USER_BUTTON);
  g_type_ensure (YC_TYPE_VISIT_CLOCK);
  g_type_ensure (YC_TYPE_VISIT_FOOT);
  g_type_ensure (YC_TYPE_VISIT_STACK);
  g_type_ensure (YC_TYPE_VISIT_STEPS);
  g_type_ensure (YC_TYPE_VISIT_TABS);
}

/**
 * yc_ui_prepare_locale:
 *
 * Sets the locale and the message catalogue. Call once, before GTK starts and before threads.
 * Chinese text gets the Chinese letter forms also where the interface is in another language.
 */
void
yc_ui_prepare_locale (void)
{
  g_setenv ("PANGO_LANGUAGE", "zh-cn:en", FALSE);
  yc_program_set_locale ();
}

/**
 * yc_ui_init:
 *
 * Registers resources, style sheet, icons and the types that templates name. Needs a display:
 * call after gtk_init() or adw_init(). Calling it again does nothing.
 */
void
yc_ui_init (void)
{
  static gboolean done = FALSE;

  if (done)
    return;
  done = TRUE;

  adw_init ();
  g_resources_register (yc_ui_get_resource ());
  yc_prompt_buttons_init ();
  ensure_types ();
  prefer_legible_font ();
  calm_cursor ();
  add_icons ();
  add_style ();
}

/**
 * yc_ui_create_settings:
 *
 * Returns: (transfer full) (nullable): what is remembered between starts; %NULL where the schema
 *   is not installed, as in a build tree
 */
GSettings *
yc_ui_create_settings (void)
{
  g_autofree char *installed = yc_program_find_folder (YC_DATADIR "/glib-2.0/schemas");
  GSettingsSchemaSource *everywhere = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own =
      g_settings_schema_source_new_from_directory (installed, everywhere, FALSE, NULL);
  GSettingsSchemaSource *source = own != NULL ? own : everywhere;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, YC_APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
