/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ECMA-262 regular expression (Unicode mode) on PCRE2, with limits against hostile patterns. */
#include "yc-schema-pattern-private.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <glib/gi18n-lib.h>
#include <pcre2.h>
#include <string.h>

#include "yc-forms-error.h"

/* Enough for any honest pattern; a hostile one ends within some ms and counts as no match. */
#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 2000
#define HEAP_LIMIT_KIB 4096
#define MAX_PATTERN_LENGTH 65536

/* What \s means in ECMA-262: white space and line ends, the byte order mark among them. */
#define SPACE_MEMBERS "\\t\\n\\x0b\\f\\r\\ufeff\\p{Z}"

#define COMPILE_OPTIONS                                                                     \
  (PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX | PCRE2_MATCH_UNSET_BACKREF |          \
   PCRE2_ALLOW_EMPTY_CLASS | PCRE2_NEVER_BACKSLASH_C)

struct _YcSchemaPattern
{
  gatomicrefcount      ref_count;
  gsize                prepared;      /* for g_once: the machine code, made for the first match */
  gboolean             quick;         /* there is some */
  pcre2_code          *code;
  pcre2_match_context *limits;
};

static const struct
{
  const char *name;
  const char *abbreviation;
} CATEGORIES[] = {
  { "Any", "Any" },
  { "Cased_Letter", "L&" },
  { "LC", "L&" },
  { "Close_Punctuation", "Pe" },
  { "Connector_Punctuation", "Pc" },
  { "Control", "Cc" },
  { "Currency_Symbol", "Sc" },
  { "Dash_Punctuation", "Pd" },
  { "Decimal_Number", "Nd" },
  { "digit", "Nd" },
  { "Enclosing_Mark", "Me" },
  { "Final_Punctuation", "Pf" },
  { "Format", "Cf" },
  { "Initial_Punctuation", "Pi" },
  { "Letter", "L" },
  { "Letter_Number", "Nl" },
  { "Line_Separator", "Zl" },
  { "Lowercase_Letter", "Ll" },
  { "Mark", "M" },
  { "Math_Symbol", "Sm" },
  { "Modifier_Letter", "Lm" },
  { "Modifier_Symbol", "Sk" },
  { "Nonspacing_Mark", "Mn" },
  { "Number", "N" },
  { "Open_Punctuation", "Ps" },
  { "Other", "C" },
  { "Other_Letter", "Lo" },
  { "Other_Number", "No" },
  { "Other_Punctuation", "Po" },
  { "Other_Symbol", "So" },
  { "Paragraph_Separator", "Zp" },
  { "Private_Use", "Co" },
  { "Punctuation", "P" },
  { "Separator", "Z" },
  { "Space_Separator", "Zs" },
  { "Spacing_Mark", "Mc" },
  { "Surrogate", "Cs" },
  { "Symbol", "S" },
  { "Titlecase_Letter", "Lt" },
  { "Unassigned", "Cn" },
  { "Uppercase_Letter", "Lu" },
  { "punct", "P" },
};

static const char *
abbreviate_category (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CATEGORIES); i++)
    {
      if (g_str_equal (CATEGORIES[i].name, name))
        return CATEGORIES[i].abbreviation;
    }
  return name;
}

/* `\p{General_Category=Letter}`, `\p{Script=Han}` → `\p{L}`, `\p{Han}`. Returns what follows. */
static const char *
rewrite_property (const char *at,
                  GString    *out)
{
  const char *close = strchr (at, '}');
  g_autofree char *name = NULL;
  const char *equals;

  g_string_append_len (out, at, 2);
  if (at[2] != '{' || close == NULL)
    return at + 2;
  name = g_strndup (at + 3, (gsize) (close - at - 3));
  equals = strchr (name, '=');
  g_string_append_printf (out, "{%s}", abbreviate_category (equals == NULL ? name : equals + 1));
  return close + 1;
}

static const char *
rewrite_escape (const char *at,
                gboolean    in_class,
                GString    *out)
{
  switch (at[1])
    {
    case 'p':
    case 'P':
      return rewrite_property (at, out);
    case 's':
      g_string_append (out, in_class ? SPACE_MEMBERS : "[" SPACE_MEMBERS "]");
      return at + 2;
    case 'S':
      g_string_append (out, in_class ? "\\S" : "[^" SPACE_MEMBERS "]");
      return at + 2;
    case '\0':
      g_string_append_c (out, '\\');
      return at + 1;
    default:
      g_string_append_len (out, at, 2);
      return at + 2;
    }
}

/* Letters that mean something to PCRE2 and nothing to ECMA-262. */
static gboolean
is_foreign_escape (char c)
{
  return g_ascii_isalpha (c) && strchr ("bBcdDfknpPrsStuvwWx", c) == NULL;
}

static char *
rewrite (const char *source,
         GError    **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean in_class = FALSE;

  for (const char *at = source; *at != '\0';)
    {
      if (*at == '\\')
        {
          if (is_foreign_escape (at[1]))
            {
              g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_PATTERN,
                           "“\\%c” has no meaning in the pattern “%s”", at[1], source);
              return NULL;
            }
          at = rewrite_escape (at, in_class, out);
          continue;
        }
      if (*at == '[')
        {
          if (in_class)
            g_string_append_c (out, '\\');
          in_class = TRUE;
        }
      else if (*at == ']')
        {
          in_class = FALSE;
        }
      g_string_append_c (out, *at++);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static pcre2_code *
compile (const char *rewritten,
         int        *number,
         PCRE2_SIZE *offset)
{
  pcre2_compile_context *context = pcre2_compile_context_create (NULL);
  pcre2_code *code;

  pcre2_set_compile_extra_options (context, PCRE2_EXTRA_ALT_BSUX);
  pcre2_set_max_pattern_length (context, MAX_PATTERN_LENGTH);
  code = pcre2_compile ((PCRE2_SPTR) rewritten, PCRE2_ZERO_TERMINATED, COMPILE_OPTIONS, number,
                        offset, context);
  pcre2_compile_context_free (context);
  return code;
}

/* Compiles @source; %YC_FORMS_ERROR_PATTERN if it is no regular expression. */
YcSchemaPattern *
yc_schema_pattern_new (const char *source,
                       GError    **error)
{
  g_autofree char *rewritten = NULL;
  YcSchemaPattern *self;
  pcre2_code *code;
  PCRE2_SIZE offset;
  int number;

  if (strlen (source) > MAX_PATTERN_LENGTH)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_PATTERN,
                   _ ("A pattern has more than %d bytes"), MAX_PATTERN_LENGTH);
      return NULL;
    }
  rewritten = rewrite (source, error);
  if (rewritten == NULL)
    return NULL;
  code = compile (rewritten, &number, &offset);
  if (code == NULL)
    {
      PCRE2_UCHAR words[128];

      pcre2_get_error_message (number, words, sizeof words);
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_PATTERN, _ ("The pattern “%s” is wrong: %s"),
                   source, (const char *) words);
      return NULL;
    }
  self = g_new0 (YcSchemaPattern, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->code = code;
  self->limits = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (self->limits, MATCH_LIMIT);
  pcre2_set_depth_limit (self->limits, DEPTH_LIMIT);
  pcre2_set_heap_limit (self->limits, HEAP_LIMIT_KIB);
  return self;
}

YcSchemaPattern *
yc_schema_pattern_ref (YcSchemaPattern *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* Of the compiled pattern, in bytes: what a hostile one makes large. */
gsize
yc_schema_pattern_get_size (const YcSchemaPattern *self)
{
  gsize size = 0;

  pcre2_pattern_info (self->code, PCRE2_INFO_SIZE, &size);
  return size;
}

void
yc_schema_pattern_unref (YcSchemaPattern *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  pcre2_match_context_free (self->limits);
  pcre2_code_free (self->code);
  g_free (self);
}

/* Whether all of @text is one byte a letter: no UTF-8 in it then that could be wrong. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  guint64 word, bits = 0;

  for (; length >= sizeof word; text += sizeof word, length -= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      bits |= word;
    }
  for (; length > 0; length--)
    bits |= (guint8) text[length - 1];
  return (bits & 0x8080808080808080) == 0;
}

static void
free_match_data (gpointer data)
{
  pcre2_match_data_free (data);
}

/* Whether @text (UTF-8, @length bytes) has a match anywhere; reaching a limit counts as no match.
 * Any thread. */
gboolean
yc_schema_pattern_matches (YcSchemaPattern *self,
                           const char      *text,
                           gsize            length)
{
  static GPrivate match_data = G_PRIVATE_INIT (free_match_data);
  pcre2_match_data *data = g_private_get (&match_data);

  if (data == NULL)
    {
      data = pcre2_match_data_create (1, NULL);
      g_private_set (&match_data, data);
    }
  if (g_once_init_enter (&self->prepared))
    {
      self->quick = pcre2_jit_compile (self->code, PCRE2_JIT_COMPLETE) == 0;
      g_once_init_leave (&self->prepared, 1);
    }
  if (self->quick && is_plain (text, length))
    return pcre2_jit_match (self->code, (PCRE2_SPTR) text, length, 0, 0, data, self->limits) >= 0;
  return pcre2_match (self->code, (PCRE2_SPTR) text, length, 0, 0, data, self->limits) >= 0;
}
