package io.jetalyst.view;

/**
 * The texts of the framework's own pages, such as the page for a problem, in the language of the client. They are in
 * {@code io/jetalyst/messages.properties}, and an application translates them in files such as {@code jetalyst-messages_fr.properties}.
 */
public interface PageTexts {
    /** The texts in English. */
    PageTexts ENGLISH = new PageTexts() {
        @Override
        public String language() {
            return "en";
        }

        @Override
        public String text(String key, String inEnglish) {
            return inEnglish;
        }
    };

    /** The tag of the language, such as {@code pt-BR} (RFC 5646), for the attribute {@code lang} of a page. */
    String language();

    /**
     * Returns the text of this key.
     *
     * @param key such as {@code page.start}
     * @param inEnglish the text if there is no translation
     */
    String text(String key, String inEnglish);
}
